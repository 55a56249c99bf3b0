import type { AccessLine, AccessLogView } from "#app/domain/audit/view.ts";
import type { ProxyView } from "#app/domain/proxies/view.ts";

const you = { kind: "citizen" as const, you: true, name: "Nguyễn Thị Lan", facility: undefined };

let made = 0;
const line = (at: string, more: Partial<AccessLine>): AccessLine => {
  made += 1;
  return {
    id: `l-${made}`,
    firstAt: at,
    lastAt: at,
    count: 1,
    outcome: "permit",
    who: you,
    basis: "self",
    purpose: "PATRQT",
    action: "read",
    subject: "book",
    ...more,
  };
};

const doctor = { kind: "clinician" as const, you: false, name: "BS. Trần Đức Anh", facility: "BV Đa khoa Kinh Bắc" };
const clerk = { kind: "clerk" as const, you: false, name: undefined, facility: "PK An Bình" };
const son = { kind: "proxy" as const, you: false, name: "Trần Văn Hùng", facility: undefined };
const machine = { kind: "machine" as const, you: false, name: undefined, facility: "BV Đa khoa Kinh Bắc" };

export const log: AccessLogView = {
  days: [
    {
      day: "2026-11-22",
      lines: [
        line("2026-11-22T09:14:00+07:00", {}),
        line("2026-11-22T08:40:00+07:00", {
          firstAt: "2026-11-22T08:12:00+07:00",
          count: 3,
          who: son,
          basis: "proxy",
          purpose: "FAMRQT",
          subject: "results",
        }),
        line("2026-11-22T05:40:00+07:00", {
          who: machine,
          basis: "author",
          purpose: "TREAT",
          action: "change",
          subject: "import",
          count: 4,
        }),
      ],
    },
    {
      day: "2026-11-21",
      lines: [
        line("2026-11-21T14:03:00+07:00", {
          who: clerk,
          outcome: "deny",
          basis: "none",
          purpose: "TREAT",
          action: "read",
          subject: "medicines",
        }),
      ],
    },
    {
      day: "2026-10-12",
      lines: [
        line("2026-10-12T07:58:00+07:00", { who: doctor, basis: "presence", purpose: "TREAT", subject: "results" }),
        line("2026-10-12T07:55:00+07:00", {
          who: { ...doctor, name: undefined },
          basis: "strange-new-basis",
          purpose: "XYZ",
          action: "opened",
          subject: "unheard-of",
        }),
      ],
    },
  ],
  page: 1,
  pages: 3,
  total: 41,
};

export const emptyLog: AccessLogView = { days: [], page: 1, pages: 1, total: 0 };

export const helpers: ProxyView[] = [
  {
    id: "p1",
    name: "Trần Văn Hùng",
    personId: "person-hung",
    scope: "see",
    legalKind: "written-authorisation",
    state: "active",
    startsAt: "2026-01-01T00:00:00+07:00",
    endsAt: "2027-12-31T00:00:00+07:00",
  },
];

export const iHelp: ProxyView[] = [
  {
    id: "p1",
    name: "Nguyễn Thị Lan",
    personId: "person-lan",
    scope: "see",
    legalKind: "written-authorisation",
    state: "active",
    startsAt: "2026-01-01T00:00:00+07:00",
    endsAt: "2027-12-31T00:00:00+07:00",
  },
  {
    id: "p2",
    name: "Trần Văn Bình",
    personId: "person-binh",
    scope: "act",
    legalKind: "helper",
    state: "active",
    startsAt: "2026-11-20T00:00:00+07:00",
    endsAt: "2027-11-20T00:00:00+07:00",
  },
];
