import type { ReactNode } from "react";
import { Icon, type IconType } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";

export interface Door {
  href: string;
  icon: IconType;
  label: string;
  detail?: ReactNode;
}

/** Large links to the main parts. `wide` has room for a sentence each. */
export function Doors({ label, doors, wide }: { label: string; doors: Door[]; wide?: boolean }) {
  return (
    <nav aria-label={label} className={wide ? "doors doors-text" : "doors"}>
      {doors.map((door) => (
        <Link key={door.href} href={door.href} className="door">
          <Icon of={door.icon} size={wide ? 24 : 20} />
          <span>
            <b>{door.label}</b>
            {door.detail !== undefined && <small>{door.detail}</small>}
          </span>
        </Link>
      ))}
    </nav>
  );
}
