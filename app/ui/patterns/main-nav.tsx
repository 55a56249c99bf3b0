import type { StaffRole } from "#app/domain/identity/view.ts";
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
  { href: "/operator/staff", label: "staff.title" },
  { href: "/operator/clients", label: "shell.clients" },
  { href: "/operator/pulled", label: "shell.pulled" },
  { href: "/operator/messages", label: "shell.messages" },
  { href: "/operator/corrections", label: "shell.inbox" },
] as const;

const staff = [
  { href: "/clinic/corrections", label: "shell.inbox" },
  { href: "/clinic/upload", label: "upload.menu" },
] as const;

const others = [
  { href: "/duty", label: "duty.menu" },
  { href: "/help", label: "shell.help" },
] as const;

const clinician = [...staff, { href: "/clinic/results", label: "explain.menu" }] as const;

type Entry = (typeof citizen | typeof operator | typeof staff | typeof clinician | typeof others)[number];

const ofDuty: Record<StaffRole, readonly Entry[]> = {
  operator,
  clerk: staff,
  clinician,
  pharmacist: others,
  "privacy-officer": others,
};

/** Pages that are reached from an entry whose address does not begin theirs. */
const under: Readonly<Record<string, string>> = { "/operator/counters": "/operator/staff" };

const pathOf = (path: string) => path.split("?")[0] ?? path;

/** The entry the page belongs to: the longest address that begins its own. The notice is nobody's log. */
function currentOf(entries: readonly Entry[], path: string): Entry | undefined {
  return entries
    .filter(({ href }) => path === href || (path.startsWith(`${href}/`) && path !== "/privacy/notice"))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

/** The few places people go: those of their duty, or without one of their book. */
export function MainNav({ path, duty }: { path: string; duty: StaffRole | undefined }) {
  const t = useT();
  const at = pathOf(path);
  const entries = duty ? ofDuty[duty] : citizen;
  const current = currentOf(entries, under[at] ?? at);
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
