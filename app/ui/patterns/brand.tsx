import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { Logo } from "./logo.tsx";

/** Whose page this is, and the way to its first one. */
export function Brand({ href }: { href: string }) {
  const t = useT();
  return (
    <Link href={href} className="brand">
      <Logo />
      <span>
        <b>{t("common.brand")}</b>
        <small>{t("common.department")}</small>
      </span>
    </Link>
  );
}
