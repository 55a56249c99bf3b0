import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";

const citizen = [
  { href: "/book", label: "shell.book" },
  { href: "/privacy", label: "shell.privacy" },
  { href: "/help", label: "shell.help" },
] as const;

const operator = [
  { href: "/operator", label: "shell.operatorHome" },
  { href: "/operator/facilities", label: "shell.facilities" },
  { href: "/operator/clients", label: "shell.clients" },
  { href: "/operator/messages", label: "shell.messages" },
] as const;

type Entry = (typeof citizen | typeof operator)[number];

const pathOf = (path: string) => path.split("?")[0] ?? path;

/** The entry the page belongs to: the longest address that begins its own. The notice is nobody's log. */
function currentOf(entries: readonly Entry[], path: string): Entry | undefined {
  return entries
    .filter(({ href }) => path === href || (path.startsWith(`${href}/`) && path !== "/privacy/notice"))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

/** The few places people go; operators have their own, which to everybody else do not exist. */
export function MainNav({ path, forOperator }: { path: string; forOperator: boolean }) {
  const t = useT();
  const at = pathOf(path);
  const entries: readonly Entry[] = forOperator && at.startsWith("/operator") ? operator : citizen;
  const current = currentOf(entries, at);
  return (
    <nav className="page nav" aria-label={t("shell.mainMenu")}>
      {entries.map((entry) => (
        <Link
          key={entry.href}
          href={entry.href}
          aria-current={entry === current ? (at === entry.href ? "page" : "true") : undefined}
        >
          {t(entry.label)}
        </Link>
      ))}
    </nav>
  );
}
