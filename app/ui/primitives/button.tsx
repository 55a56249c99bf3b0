import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon, type IconType } from "./icon.tsx";
import { Link } from "./link.tsx";

type Look = "main" | "second" | "danger";

const looks: Record<Look, string> = { main: "btn", second: "btn btn-second", danger: "btn btn-danger" };

interface Shared {
  look?: Look;
  icon?: IconType;
  /** As wide as the phone. */
  wide?: boolean;
  children: ReactNode;
}

const classOf = (look: Look, wide: boolean | undefined) => (wide ? `${looks[look]} btn-wide` : looks[look]);

/** Sends its form. The word on it says what happens. */
export function Button({ look = "main", icon, wide, children, ...rest }: Shared & ComponentPropsWithoutRef<"button">) {
  return (
    <button type="submit" className={classOf(look, wide)} {...rest}>
      {icon && <Icon of={icon} size={20} />}
      {children}
    </button>
  );
}

/** Goes to a page and looks like the thing to do next. */
export function LinkButton({
  look = "main",
  icon,
  wide,
  children,
  ...rest
}: Shared & ComponentPropsWithoutRef<"a"> & { href: string }) {
  return (
    <Link className={classOf(look, wide)} {...rest}>
      {icon && <Icon of={icon} size={20} />}
      {children}
    </Link>
  );
}
