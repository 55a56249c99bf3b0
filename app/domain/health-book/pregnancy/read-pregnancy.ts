import type { Encounter } from "#app/adapters/record-store/fhir-r4/resources/visits.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { BookSection } from "#app/domain/access/data-types.ts";
import { type OpenedRecord, outOfScope } from "#app/domain/access/open-record.ts";
import type { Tx } from "#db/client.ts";
import { type EntryRow, isHeld, readRow } from "../internal/entry-row.ts";
import { mapItem } from "../internal/map-item.ts";
import { namesOf } from "../internal/names-of.ts";
import { isFolded, type Newest, newestOf } from "../internal/newest.ts";
import { noneStatement } from "../internal/none-statement.ts";
import { type BookOptions, bookPerson, openBook } from "../internal/open-book.ts";
import { closedQuery, personQuery, rowsQuery } from "../internal/queries.ts";
import { reportsQuery, withReports } from "../internal/reported.ts";
import { ABOUT_PATTERN, ALWAYS, isAboutPregnancy, observationCodes, PAPERS, snomedCodes } from "./codes.ts";
import { compose, isCase, type Told } from "./compose.ts";
import { type EpisodeOf, episodesOf } from "./episodes.ts";
import { mayBeGathered } from "./rules.ts";
import type { PregnancyPageView } from "./view.ts";

const SECTIONS: readonly BookSection[] = ["conditions", "results", "history", "documents", "visits"];
const MOST = 300;

/** What the reader asked to see, and what they chose not to see yet. */
interface Shown {
  showHidden: boolean;
  newest: Newest;
}

/**
 * What was told of pregnancies: each with the visits and results its source links to it; what is linked to none stays
 * beside. Protected cases open as everywhere. @throws DomainError `forbidden` where the decision leaves conditions out.
 */
export async function readPregnancy(ctx: Ctx, options: BookOptions): Promise<PregnancyPageView> {
  const record = await openBook(ctx, "pregnancy", options, [...SECTIONS, "other"]);
  if (!record.decision.dataTypes.includes("conditions")) throw outOfScope();
  const showHidden = record.decision.opensHidden;
  return record.transaction(async (tx) => {
    const [persons, closed, reports] = await Promise.all([
      personQuery(tx.sql, record.personId),
      closedQuery(tx.sql),
      reportsQuery(tx.sql, record),
    ]);
    const person = bookPerson(ctx, record.personId, persons[0]);
    const shown = { showHidden, newest: newestOf(ctx) };
    const gathered = mayBeGathered(person, ctx.now());
    const rows = gathered ? await factRows(tx, record, shown) : [];
    const told = (found: EntryRow[]): Told[] =>
      withReports(found, reports).flatMap((row) =>
        noneStatement(row) ? [] : [{ row, item: mapItem(row, ctx.now()) }],
      );
    const facts = told(rows);
    const linked = await linkedVisits(tx, record, facts.filter(isCase), showHidden);
    const names = linked.rows[0] ? await namesOf(tx, linked.rows[0].facilityId, linked.rows) : undefined;
    const visits = linked.rows.map((row) => ({ row, item: mapItem(row, ctx.now(), names) }));
    const within = told(await rowsWithin(tx, record, visits, shown));
    const count = (reason: "hidden" | "rule") =>
      closed.reduce(
        (n, one) => n + (one.reason === reason && SECTIONS.some((s) => s === one.section) ? one.entries : 0),
        0,
      );
    return {
      person,
      ...compose({ facts, visitsOf: linked.visitsOf, over: linked.over, visits, within }, ctx.now()),
      hiddenByYou: person.self ? count("hidden") : 0,
      hiddenByRule: person.self ? count("rule") : 0,
      showingHidden: showHidden,
    };
  });
}

/** What by its code is about a pregnancy; of papers that say so only in their lines, those that do. */
async function factRows(tx: Tx, record: OpenedRecord, { showHidden, newest }: Shown): Promise<EntryRow[]> {
  const rows = await rowsQuery(tx.sql, record, {
    where: tx.sql`((e.section = 'conditions' and (e.code ~* ${ABOUT_PATTERN} or e.code = any(${[...snomedCodes]})))
      or (e.section in ('results', 'history') and e.code = any(${[...observationCodes]}) and not ${isHeld(tx.sql)} and not ${isFolded(tx.sql, record, newest)})
      or (e.section = 'documents' and e.code = any(${[...PAPERS]})))`,
    limit: MOST,
    showHidden,
    withVisit: true,
    withEarlier: true,
  });
  return rows.filter((row) => {
    const { resource } = readRow<{
      code?: { coding?: { system?: string; code?: string }[] };
      type?: { coding?: { code?: string }[] };
    }>(row);
    if (row.section === "conditions") return isAboutPregnancy(resource.code?.coding ?? []);
    if (row.section !== "documents") return true;
    const papers = (resource.type?.coding ?? []).map(({ code }) => code ?? "");
    return papers.some((one) => ALWAYS.has(one)) || saysAge(row);
  });
}

const OF_PREGNANCY = /Tuổi thai|Đình chỉ thai nghén: Có/;

function saysAge(row: EntryRow): boolean {
  const { resource } = readRow<{ content?: { attachment?: { data?: string } }[] }>(row);
  return (resource.content ?? []).some(({ attachment }) =>
    OF_PREGNANCY.test(Buffer.from(attachment?.data ?? "", "base64").toString("utf8")),
  );
}

/** Visits that a source says belong to a pregnancy: its own, one that names it as diagnosis or reason, one of its episode of care. */
async function linkedVisits(tx: Tx, record: OpenedRecord, cases: Told[], showHidden: boolean) {
  const visitsOf = new Map<string, string[]>();
  const over = new Set<string>();
  if (cases.length === 0) return { rows: [], visitsOf, over };
  const facilities = [...new Set(cases.map(({ row }) => row.facilityId))];
  const all = await rowsQuery(tx.sql, record, {
    where: tx.sql`e.section = 'visits' and e.facility_id = any(${facilities}::uuid[])`,
    limit: MOST,
    showHidden,
    withVisit: false,
  });
  const episodes = await rowsQuery(tx.sql, record, {
    where: tx.sql`e.section = 'other' and e.resource_type = 'EpisodeOfCare' and e.withdrawn_at is null`,
    limit: MOST,
    showHidden,
    withVisit: false,
  });
  const used = new Set<string>();
  for (const { row: seed } of cases) {
    const ownEpisodes = episodesOf(episodes, seed);
    const own = all
      .filter((visit) => visit.facilityId === seed.facilityId && belongs(visit, seed, ownEpisodes))
      .map(({ id }) => id);
    visitsOf.set(seed.id, own);
    if (ownEpisodes.some((one) => one.over)) over.add(seed.id);
    for (const id of own) used.add(id);
  }
  return { rows: all.filter(({ id }) => used.has(id)), visitsOf, over };
}

function belongs(visit: EntryRow, seed: EntryRow, episodes: EpisodeOf[]): boolean {
  if (visit.caseId === seed.caseId) return true;
  const { resource } = readRow<Encounter & { episodeOfCare?: unknown }>(visit);
  const references = [
    ...(resource.diagnosis ?? []).map(({ condition }) => condition),
    ...(resource.reasonReference ?? []),
  ];
  if (references.some((one) => one?.reference === `Condition/${seed.sourceId}`)) return true;
  const of: unknown[] = Array.isArray(resource.episodeOfCare) ? resource.episodeOfCare : [];
  return of.some((one) =>
    episodes.some(({ reference }) => (one as { reference?: unknown } | null)?.reference === reference),
  );
}

async function rowsWithin(
  tx: Tx,
  record: OpenedRecord,
  visits: Told[],
  { showHidden, newest }: Shown,
): Promise<EntryRow[]> {
  if (visits.length === 0) return [];
  const caseIds = [...new Set(visits.map(({ row }) => row.caseId))];
  return rowsQuery(tx.sql, record, {
    where: tx.sql`e.case_id = any(${caseIds}::uuid[]) and e.section in ('results', 'documents') and e.withdrawn_at is null and not ${isHeld(tx.sql)} and not ${isFolded(tx.sql, record, newest)}`,
    limit: MOST,
    showHidden,
    withVisit: true,
  });
}
