import type { FeedKind } from "#app/domain/feed-status/kinds.ts";
import type { KindStatusView, StatusView } from "#app/domain/feed-status/view.ts";
import { testById } from "#app/domain/health-book/glossary/find-test.ts";
import type { ResultPageView, SourcesView, TrendPoint, VisitPageView } from "#app/domain/health-book/view.ts";
import { hospital, onDay, personOf } from "./base.ts";
import * as extreme from "./extreme.ts";
import { result } from "./items.ts";
import * as lan from "./lan.ts";

export const visitPage: VisitPageView = {
  person: personOf("lan"),
  visit: lan.mainVisit,
  sections: [
    { section: "results", items: lan.results.slice(0, 2) },
    { section: "medicines", items: lan.medicines.slice(0, 2) },
    { section: "next-steps", items: lan.nextSteps },
    { section: "documents", items: [] },
  ],
};

export const bareVisitPage: VisitPageView = {
  person: personOf("lan", false),
  visit: { ...extreme.unknownVisit, unsafe: true },
  sections: [],
};

const value = (text: string, unit = "mmol/L") => ({
  kind: "quantity" as const,
  comparator: undefined as string | undefined,
  value: text,
  unit,
});
const point = (id: string, when: TrendPoint["when"], of: TrendPoint["value"], at?: number): TrendPoint => ({
  id,
  when,
  value: of,
  source: hospital,
  hidden: false,
  interpretation: undefined,
  here: false,
  ...(at === undefined ? {} : { at }),
});

export const resultPage: ResultPageView = {
  person: personOf("lan"),
  result: lan.glucose,
  about: testById("fasting-glucose"),
  comments: [
    {
      id: "k-1",
      phrase: "repeat",
      weeks: 12,
      words: "Tiếp tục uống thuốc như cũ.",
      at: "2026-10-12T15:20:00+07:00",
      by: "Nguyễn Thu Hà",
      facility: hospital.facility,
    },
  ],
  members: [],
  membersUnshown: 0,
  trend: {
    unit: lan.glucose.value?.kind === "quantity" ? lan.glucose.value.unit : undefined,
    points: [
      point("r-4", { from: "2025", precision: "year" }, value("9.9"), 9.9),
      point("r-3", { from: "2025-12", precision: "month" }, value("9.25"), 9.25),
      { ...point("r-2", onDay("2026-04-08"), value("142", "mg/dL"), 7.88), converted: "7.88" },
      { ...point("r-5", onDay("2026-05-20"), value("56", "mmol/mol")), apart: "unit" },
      point("r-1", onDay("2026-07-10"), value("8.10"), 8.1),
      { ...point("r-6", onDay("2026-08-15"), { ...value("3.0"), comparator: "<" }, 3), bound: "below" },
      { ...point(lan.glucose.id, onDay("2026-10-12"), value("7.2"), 7.2), here: true },
      point("r-0", onDay("2026-11-18"), value("6.9"), 6.9),
    ],
  },
  newer: { id: "r-0", when: onDay("2026-11-18"), hidden: false },
  versions: [
    { receivedAt: "2026-10-12T11:20:00+07:00", current: true, status: "corrected" },
    { receivedAt: "2026-10-12T09:02:00+07:00", current: false, status: "preliminary" },
  ],
};

export const reportPage: ResultPageView = {
  person: personOf("lan"),
  result: result("Tổng phân tích tế bào máu", {
    form: "report",
    conclusion: "Thiếu máu nhẹ. Kiểm tra lại sau 3 tháng.",
    memberCount: 4,
    notes: ["Mẫu máu của {{name:7}} lấy lúc 07:10."],
  }),
  members: [
    result("Huyết sắc tố (HGB)", {
      value: { kind: "quantity", comparator: undefined, value: "112", unit: "g/L" },
      interpretation: "low",
      ranges: [{ low: "120", high: "160", unit: "g/L", text: undefined }],
    }),
    result("Bạch cầu (WBC)", {
      value: { kind: "quantity", comparator: undefined, value: "6.30", unit: "G/L" },
      interpretation: "normal",
      ranges: [{ low: "4.0", high: "10.0", unit: "G/L", text: undefined }],
    }),
    result("Tiểu cầu (PLT)", {
      value: { kind: "quantity", comparator: undefined, value: "248", unit: "G/L" },
      interpretation: "normal",
      ranges: [{ low: "150", high: "400", unit: "G/L", text: undefined }],
    }),
    result("Hình thái hồng cầu", {
      value: { kind: "text", text: "Nhược sắc nhẹ" },
      ranges: [{ low: undefined, high: undefined, unit: undefined, text: "Bình thường" }],
    }),
  ],
  comments: [],
  membersUnshown: 3,
  trend: undefined,
  newer: undefined,
  versions: [{ receivedAt: "2026-10-12T11:20:00+07:00", current: true, status: "final" }],
};

export const criticalPage: ResultPageView = {
  ...resultPage,
  person: personOf("lan", false),
  result: extreme.potassium,
  trend: undefined,
  versions: [],
};

const basis = "Thông tư 13/2025/TT-BYT, thỏa thuận kết nối số 12/TT-SYT";

const feedOf = (kind: FeedKind, status: StatusView): KindStatusView => ({
  facilityId: "f1",
  facility: "BV Đa khoa Kinh Bắc",
  kind,
  everyHours: 24,
  workingDays: false,
  lastReceivedAt: "2026-11-12T05:40:00+07:00",
  lastEventAt: undefined,
  status,
});

export const sourcesPage: SourcesView = {
  person: personOf("lan"),
  mayHaveSent: false,
  sources: [
    {
      facilityId: "f1",
      facility: "BV Đa khoa Kinh Bắc",
      facilityKind: "hospital",
      legalBasis: basis,
      firstReceivedAt: "2025-03-02T09:00:00+07:00",
      lastReceivedAt: "2026-11-22T05:40:00+07:00",
      messages: 212,
      sections: [
        { section: "results", count: 188 },
        { section: "visits", count: 29 },
        { section: "medicines", count: 61 },
      ],
      notShown: 14,
      withdrawn: 1,
      expectedEveryHours: 24,
      kinds: [
        feedOf("results", { state: "on-time", dueAt: "2026-11-23T05:40:00+07:00" }),
        feedOf("imaging", { state: "late", since: "2026-11-12T08:00:00+07:00", hours: 242 }),
        feedOf("medicines", { state: "gap", days: ["2026-11-15", "2026-11-17"] }),
      ],
      outages: [],
    },
    {
      facilityId: "f2",
      facility: "Trạm Y tế Tam Giang",
      facilityKind: "station",
      legalBasis: basis,
      firstReceivedAt: "2025-06-11T09:00:00+07:00",
      lastReceivedAt: "2026-11-16T07:30:00+07:00",
      messages: 18,
      sections: [
        { section: "vaccinations", count: 2 },
        { section: "results", count: 22 },
      ],
      notShown: 0,
      withdrawn: 0,
      expectedEveryHours: 168,
      kinds: [feedOf("vaccinations", { state: "outage", until: "2026-11-25T17:00:00+07:00" })],
      outages: [
        {
          id: "o1",
          facilityId: "f2",
          facility: "Trạm Y tế Tam Giang",
          kinds: [],
          startsAt: "2026-11-20T08:00:00+07:00",
          endsAt: "2026-11-25T17:00:00+07:00",
          text: { vi: "Trạm chuyển trụ sở, chưa có mạng.", en: "The station is moving and has no network." },
        },
      ],
    },
  ],
  silent: [
    { facilityId: "s0", facility: "BV Sản Nhi Kinh Bắc", facilityKind: "hospital", connected: true },
    { facilityId: "s1", facility: "BV Y học cổ truyền", facilityKind: "hospital", connected: false },
    { facilityId: "s2", facility: "TTYT Đông Ngàn", facilityKind: "hospital", connected: true },
  ],
  outages: [],
};

export const noSources: SourcesView = {
  person: personOf("yen"),
  mayHaveSent: true,
  sources: [],
  silent: sourcesPage.silent,
  outages: [],
};
