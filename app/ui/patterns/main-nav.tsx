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
  { href: "/operator/pulled", label: "shell.pulled" },
  { href: "/operator/messages", label: "shell.messages" },
  { href: "/operator/corrections", label: "shell.inbox" },
] as const;

const staff = [
  { href: "/clinic/corrections", label: "shell.inbox" },
  { href: "/clinic/upload", label: "upload.menu" },
  { href: "/book", label: "shell.book" },
] as const;

type Entry = (typeof citizen | typeof operator | typeof staff)[number];

const pathOf = (path: string) => path.split("?")[0] ?? path;

/** The entry the page belongs to: the longest address that begins its own. The notice is nobody's log. */
function currentOf(entries: readonly Entry[], path: string): Entry | undefined {
  return entries
    .filter(({ href }) => path === href || (path.startsWith(`${href}/`) && path !== "/privacy/notice"))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

function entriesFor(at: string, forOperator: boolean, forStaff: boolean): readonly Entry[] {
  if (forOperator && at.startsWith("/operator")) return operator;
  return forStaff && at.startsWith("/clinic") ? staff : citizen;
}

interface MainNavProps {
  path: string;
  forOperator: boolean;
  forStaff: boolean;
}

/** The few places people go; operators and staff have their own, which to everybody else do not exist. */
export function MainNav({ path, forOperator, forStaff }: MainNavProps) {
  const t = useT();
  const at = pathOf(path);
  const entries = entriesFor(at, forOperator, forStaff);
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
