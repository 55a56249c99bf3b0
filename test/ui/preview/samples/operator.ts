import type { ClientsView } from "#app/domain/clients/view.ts";
import type { FacilitiesView } from "#app/domain/facilities/view.ts";
import type { EntryOutcomeView, MessagePageView, MessageRowView, MessagesView } from "#app/domain/feeds/view.ts";
import { facilities as sandbox } from "#test/sandbox/province/facilities.ts";

export const facilities: FacilitiesView = {
  facilities: sandbox.map((f, at) => ({
    id: f.key,
    kind: f.kind,
    name: f.name,
    nameEn: f.nameEn,
    shortName: f.shortName,
    code5: f.code5,
    code13: f.code13,
    address: f.address,
    phone: f.phone,
    legalBasis: "Thông tư 13/2025/TT-BYT",
    expectedEveryHours: f.expectedEveryHours,
    lastReceivedAt: f.expectedEveryHours === undefined ? undefined : `2026-11-${22 - at}T05:40:00+07:00`,
    late: at === 2,
    clients: f.expectedEveryHours === undefined ? 0 : 1,
    paperDemands: { thisMonth: 3, lastMonth: 1 },
  })),
};

export const clients: ClientsView = {
  clients: [
    {
      clientId: "his-99001",
      name: "HIS khoa Khám bệnh",
      facilityId: "general-hospital",
      facility: "BV Đa khoa Kinh Bắc",
      scopes: ["system/*.cud", "consent.check"],
      keys: [{ kid: "2026-01", alg: "ES384" }],
      createdAt: "2026-01-05T08:00:00+07:00",
      lastUsedAt: "2026-11-22T05:40:00+07:00",
      keysFailedAt: undefined,
      suspendedAt: undefined,
    },
    {
      clientId: "lis-99002",
      name: "LIS Xét nghiệm",
      facilityId: "children-hospital",
      facility: "BV Sản Nhi Kinh Bắc",
      scopes: ["system/*.cud", "new.scope"],
      keys: [{ kid: undefined, alg: undefined }],
      createdAt: "2026-02-11T08:00:00+07:00",
      lastUsedAt: undefined,
      keysFailedAt: undefined,
      suspendedAt: "2026-10-01T09:00:00+07:00",
    },
  ],
  facilities: sandbox.slice(0, 3).map((f) => ({ id: f.key, name: f.name })),
  scopes: ["system/*.cud", "consent.check", "prescription.issue"],
};

const row = (id: string, more: Partial<MessageRowView> = {}): MessageRowView => ({
  facilityId: "general-hospital",
  facility: "BV Đa khoa Kinh Bắc",
  id,
  receivedAt: "2026-11-22T05:40:00+07:00",
  state: "accepted",
  reason: undefined,
  channel: "api",
  clientName: "HIS khoa Khám bệnh",
  format: "fhir-r4-json",
  byteSize: 48_213,
  entries: { accepted: 61, unchanged: 0, rejected: 0, warnings: 2 },
  ...more,
});

export const messages: MessagesView = {
  facilities: [
    {
      facilityId: "general-hospital",
      facility: "BV Đa khoa Kinh Bắc",
      states: { accepted: 1843, partly_accepted: 12, rejected: 3, quarantined: 0 },
      lastReceivedAt: "2026-11-22T05:40:00+07:00",
    },
    {
      facilityId: "children-hospital",
      facility: "BV Sản Nhi Kinh Bắc",
      states: { accepted: 902, partly_accepted: 0, rejected: 1, quarantined: 4 },
      lastReceivedAt: "2026-11-21T22:10:00+07:00",
    },
    {
      facilityId: "clinic",
      facility: "PK An Bình",
      states: { accepted: 0, partly_accepted: 0, rejected: 0, quarantined: 0 },
      lastReceivedAt: undefined,
    },
  ],
  messages: [
    row("m1"),
    row("m2", {
      state: "partly_accepted",
      entries: { accepted: 18, unchanged: 3, rejected: 2, warnings: 5 },
      byteSize: 3_670_016,
    }),
    row("m3", {
      state: "rejected",
      reason: "stu3-bundle",
      entries: { accepted: 0, unchanged: 0, rejected: 1, warnings: 0 },
      facility: "BV Sản Nhi Kinh Bắc",
      receivedAt: "2026-11-21T13:02:00+07:00",
    }),
    row("m4", {
      state: "quarantined",
      reason: "person-contradicts",
      channel: "command",
      clientName: undefined,
      receivedAt: "2026-11-18T08:31:00+07:00",
    }),
  ],
  formats: ["fhir-r4-json"],
  filter: { facilityId: undefined, state: undefined, reason: undefined, format: undefined, day: undefined },
  total: 2765,
  page: 1,
  pages: 139,
};

export const filteredMessages: MessagesView = {
  ...messages,
  messages: [],
  formats: ["fhir-r4-json"],
  filter: { facilityId: "clinic", state: "rejected", reason: "not-json", format: undefined, day: "2026-11-21" },
  total: 0,
  pages: 1,
};

const outcomes: EntryOutcomeView[] = [
  { position: 1, reference: "Encounter/kb-2026-8812", outcome: "created", issues: [] },
  { position: 2, reference: "Observation/kb-9912", outcome: "unchanged", issues: [] },
  {
    position: 3,
    reference: "Observation/kb-9913",
    outcome: "rejected",
    issues: [
      {
        severity: "error",
        code: "impossible-date",
        diagnostics: "The date does not exist.",
        expression: "Bundle.entry[2].resource.effectiveDateTime",
      },
    ],
  },
  {
    position: 4,
    reference: undefined,
    outcome: "created",
    issues: [
      {
        severity: "warning",
        code: "reference-nowhere",
        diagnostics: "The reference points to nothing that was received.",
        expression: "Bundle.entry[3].resource.encounter",
      },
    ],
  },
];

export const messagePage: MessagePageView = {
  ...row("m2", { state: "partly_accepted", entries: { accepted: 18, unchanged: 3, rejected: 2, warnings: 5 } }),
  bytesKept: true,
  digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  issues: [],
  outcomes,
  entriesTotal: 23,
};

export const rejectedMessage: MessagePageView = {
  ...row("m3", { state: "rejected", reason: "stu3-bundle", clientName: undefined }),
  bytesKept: true,
  digest: messagePage.digest,
  issues: [
    {
      severity: "fatal",
      code: "stu3-bundle",
      diagnostics: "This is a FHIR STU3 Bundle; only R4 is accepted.",
      expression: undefined,
    },
  ],
  outcomes: [],
  entriesTotal: 0,
};
