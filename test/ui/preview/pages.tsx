import type { ReactElement } from "react";
import type { CopyView } from "#app/domain/health-book/copies/view.ts";
import { BookPage } from "#app/ui/health-book/book-page.tsx";
import { CopyPage } from "#app/ui/health-book/copies/copy-page.tsx";
import { NewestPage } from "#app/ui/health-book/newest/newest-page.tsx";
import { ResultPage } from "#app/ui/health-book/result-page.tsx";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { SourcesPage } from "#app/ui/health-book/sources-page.tsx";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";
import { ErrorPage, type ErrorPageKind } from "#app/ui/patterns/error-page.tsx";
import type { Account } from "#app/ui/patterns/page-shell.tsx";
import { AccessLogPage } from "#app/ui/privacy/access-log-page.tsx";
import { PeoplePage } from "#app/ui/privacy/people-page.tsx";
import { PrivacyNoticePage } from "#app/ui/privacy/privacy-notice-page.tsx";
import { operatorPages } from "./pages-operator.tsx";
import { publicPages } from "./pages-public.tsx";
import { base } from "./samples/base.ts";
import * as books from "./samples/books.ts";
import * as extreme from "./samples/extreme.ts";
import * as lan from "./samples/lan.ts";
import * as detail from "./samples/pages.ts";
import * as privacy from "./samples/privacy.ts";

export interface PreviewPage {
  name: string;
  path: string;
  account?: Account;
  acting?: { name: string };
  element: ReactElement;
}

const lanAccount = { name: "Nguyễn Thị Lan" };
const hung = { account: { name: "Trần Văn Hùng" }, acting: lanAccount };
const own = { account: lanAccount };

const withdrawn = { ...lan.glucose, ...base("Đường huyết lúc đói", { withdrawn: true }) };

const COPY = "01990000-0000-7000-8000-000000000001";
const copyIn = (state: CopyView["state"], more: Partial<CopyView> = {}): CopyView => ({
  id: COPY,
  state,
  failure: undefined,
  orderedAt: "2026-11-22T03:00:00Z",
  parts: undefined,
  file: undefined,
  ...more,
});
const file = { entries: 1244, bytes: 3_670_016, madeAt: "2026-11-22T03:02:00Z", endsAt: "2026-11-23T03:02:00Z" };
/** A whole book on paper, in every state it may be in. */
const copies: { name: string; copy: CopyView | undefined; refreshing: boolean }[] = [
  { name: "copy-none", copy: undefined, refreshing: false },
  { name: "copy-ordered", copy: copyIn("ordered"), refreshing: true },
  { name: "copy-writing", copy: copyIn("writing", { parts: { done: 4, of: 12 } }), refreshing: true },
  { name: "copy-slow", copy: copyIn("writing"), refreshing: false },
  { name: "copy-ready", copy: copyIn("ready", { file }), refreshing: false },
  { name: "copy-failed", copy: copyIn("failed", { failure: "interrupted" }), refreshing: false },
  { name: "copy-expired", copy: copyIn("expired"), refreshing: false },
];

const bookPages: PreviewPage[] = [
  { name: "book", path: "/book", ...own, element: <BookPage view={books.full} /> },
  { name: "book-proxy", path: "/book", ...hung, element: <BookPage view={books.forProxy} /> },
  { name: "book-empty", path: "/book", account: { name: "Phan Thị Yến" }, element: <BookPage view={books.empty} /> },
  {
    name: "book-empties",
    path: "/book",
    account: { name: "Vũ Thị Mai" },
    element: <BookPage view={books.fourEmpties} />,
  },
  { name: "book-extreme", path: "/book?hidden=show", ...own, element: <BookPage view={books.extremeBook} /> },
  {
    name: "section-allergies",
    path: "/book/allergies",
    ...own,
    element: <SectionPage view={books.sectionPage("allergies", [...lan.allergies, ...extreme.allergies])} />,
  },
  {
    name: "section-medicines",
    path: "/book/medicines",
    ...own,
    element: (
      <SectionPage
        view={books.sectionPage("medicines", [...lan.medicines, ...extreme.medicines, ...lan.medicinesBefore])}
      />
    ),
  },
  {
    name: "section-results",
    path: "/book/results?page=3",
    ...own,
    element: (
      <SectionPage
        view={books.sectionPage("results", extreme.manyResults, { total: 893, page: 3, pages: 45, hiddenByYou: 1 })}
      />
    ),
  },
  {
    name: "section-visits",
    path: "/book/visits",
    ...hung,
    element: (
      <SectionPage
        view={books.sectionPage("visits", [...lan.visits, ...extreme.visits], { person: books.forProxy.person })}
      />
    ),
  },
  {
    name: "section-vaccinations",
    path: "/book/vaccinations",
    ...own,
    element: <SectionPage view={books.sectionPage("vaccinations", [...lan.vaccinations, ...extreme.vaccinations])} />,
  },
  {
    name: "section-next-steps",
    path: "/book/next-steps",
    ...own,
    element: <SectionPage view={books.sectionPage("next-steps", [...lan.nextSteps, ...extreme.nextSteps])} />,
  },
  {
    name: "section-procedures",
    path: "/book/procedures",
    ...own,
    element: <SectionPage view={books.sectionPage("procedures", lan.procedures)} />,
  },
  {
    name: "section-documents",
    path: "/book/documents",
    ...own,
    element: <SectionPage view={books.sectionPage("documents", lan.documents, { hiddenByRule: 1 })} />,
  },
  {
    name: "section-empty",
    path: "/book/conditions",
    ...own,
    element: <SectionPage view={{ ...books.sectionPage("conditions", []), empty: "nothing-received" }} />,
  },
  { name: "visit", path: "/book/visits/v1", ...own, element: <VisitPage view={detail.visitPage} /> },
  { name: "visit-bare", path: "/book/visits/v2", ...hung, element: <VisitPage view={detail.bareVisitPage} /> },
  { name: "result", path: "/book/results/r1", ...own, element: <ResultPage view={detail.resultPage} /> },
  { name: "result-report", path: "/book/results/r2", ...own, element: <ResultPage view={detail.reportPage} /> },
  { name: "result-critical", path: "/book/results/r3", ...hung, element: <ResultPage view={detail.criticalPage} /> },
  {
    name: "result-withdrawn",
    path: "/book/results/r4",
    ...own,
    element: <ResultPage view={{ ...detail.criticalPage, person: books.full.person, result: withdrawn }} />,
  },
  { name: "sources", path: "/book/sources", ...own, element: <SourcesPage view={detail.sourcesPage} /> },
  ...[true, false].map((hides) => ({
    name: hides ? "newest-on" : "newest-off",
    path: "/book/newest",
    ...own,
    element: <NewestPage hides={hides} hidden={hides ? 3 : 0} of="Nguyễn Thị Lan" self={hides} />,
  })),
  ...copies.map(({ name, copy, refreshing }) => ({
    name,
    path: "/book/export/pdf",
    ...own,
    element: <CopyPage copy={copy} refreshing={refreshing} of="Nguyễn Thị Lan" formId={COPY} errors={undefined} />,
  })),
  { name: "sources-none", path: "/book/sources", ...own, element: <SourcesPage view={detail.noSources} /> },
];

const self = { name: "Nguyễn Thị Lan", self: true };

const privacyPages: PreviewPage[] = [
  {
    name: "log",
    path: "/privacy",
    ...own,
    element: <AccessLogPage person={self} log={privacy.log} helpers={privacy.helpers} />,
  },
  {
    name: "log-empty",
    path: "/privacy",
    ...own,
    element: <AccessLogPage person={self} log={privacy.emptyLog} helpers={[]} />,
  },
  {
    name: "people",
    path: "/people",
    ...hung,
    element: <PeoplePage me={hung.account} actingFor="person-lan" iHelp={privacy.iHelp} helpMe={[]} />,
  },
  {
    name: "people-none",
    path: "/people",
    ...own,
    element: <PeoplePage me={lanAccount} actingFor={undefined} iHelp={[]} helpMe={privacy.helpers} />,
  },
  {
    name: "notice",
    path: "/privacy/notice",
    ...own,
    element: <PrivacyNoticePage confirm={{ action: "/privacy/notice", returnTo: "/book" }} />,
  },
];

const errorKinds: ErrorPageKind[] = [
  "not-found",
  "forbidden",
  "expired",
  "server",
  "offline",
  "too-many",
  "bad-request",
  "no-print",
];

const errorPages: PreviewPage[] = errorKinds.map((kind) => ({
  name: `error-${kind}`,
  path: "/nowhere",
  ...(kind === "not-found" ? own : {}),
  element: (
    <ErrorPage
      kind={kind}
      account={kind === "not-found" ? own.account : undefined}
      reference={kind === "server" ? "7f3a-91" : undefined}
    />
  ),
}));

/** Every page in every state worth looking at. */
export const pages: PreviewPage[] = [...publicPages, ...bookPages, ...privacyPages, ...operatorPages, ...errorPages];
