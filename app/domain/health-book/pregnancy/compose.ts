import type { CodeableConcept } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import { type EntryRow, isUnsafe } from "../internal/entry-row.ts";
import type { ConditionView, DocumentView, ItemView, ResultView, VisitView } from "../view.ts";
import { AGE, EXPECTED, isPregnancy, tellsOfBirth } from "./codes.ts";
import type { ExpectedView, PregnancyCase } from "./view.ts";
import { isAhead, mayStillBe, weekOf } from "./week-of.ts";

export interface Told {
  row: EntryRow;
  item: ItemView;
}

interface Coded {
  code?: CodeableConcept;
  type?: CodeableConcept;
  valueDateTime?: string;
}

const codingsOf = ({ resource }: Pick<EntryRow, "resource">) => {
  const { code, type } = readStored<Coded>(resource);
  return (code ?? type)?.coding ?? [];
};
const isCoded = (row: EntryRow, codes: readonly string[]): boolean =>
  codingsOf(row).some(({ code }) => code !== undefined && codes.includes(code));

/** A condition that is a pregnancy somebody had or has: not ruled out, not taken back, not made unclear. */
export const isCase = ({ row, item }: Told): boolean =>
  item.kind === "condition" &&
  !item.withdrawn &&
  !isUnsafe(row) &&
  item.certainty !== "refuted" &&
  item.certainty !== "entered-in-error" &&
  isPregnancy(codingsOf(row));

/** What was told about pregnancies, with the visits that a source links to each. */
export interface Facts {
  facts: Told[];
  /** Of each case: ids of its visits. */
  visitsOf: ReadonlyMap<string, readonly string[]>;
  /** Cases whose episode of care is over. */
  over: ReadonlySet<string>;
  visits: Told[];
  /** What belongs to these visits. */
  within: Told[];
}

const MOST_RESULTS = 15;

/** Pregnancies with what belongs to each by the sources' own links; the rest stays loose, and is joined to none. */
export function compose({ facts, visitsOf, over, visits, within }: Facts, now: Date) {
  const births = facts.filter(({ row, item }) => !item.withdrawn && tellsOf(row));
  const cases = facts.filter(isCase).map((one) => {
    const own = visitsOf.get(one.row.id) ?? [];
    const ownVisits = visits.filter(({ row }) => own.includes(row.id));
    const caseIds = new Set([one.row.caseId, ...ownVisits.map(({ row }) => row.caseId)]);
    const parts = [...within, ...facts].filter(
      ({ row }, at, all) =>
        row.id !== one.row.id && caseIds.has(row.caseId) && all.findIndex((o) => o.row.id === row.id) === at,
    );
    return {
      view: caseOf(one, { ownVisits, parts, births, over: over.has(one.row.id) }, now),
      used: [one, ...parts].map(({ row }) => row.id),
    };
  });
  const used = new Set(cases.flatMap((one) => one.used));
  const loose = facts.filter(({ row }) => !used.has(row.id));
  const views = cases.map(({ view }) => view);
  return {
    current: views.filter(({ state }) => state === "current"),
    past: views.filter(({ state }) => state !== "current"),
    expected: expectedOf(loose, now).filter(({ week }) => week !== undefined),
    loose: loose.map(({ item }) => item),
  };
}

interface Parts {
  ownVisits: Told[];
  parts: Told[];
  births: Told[];
  over: boolean;
}

function caseOf(one: Told, { ownVisits, parts, births, over }: Parts, now: Date): PregnancyCase {
  const item = one.item as ConditionView;
  const results = parts.flatMap(({ item: part }) => (part.kind === "result" ? [part] : []));
  const inReports = new Set(results.flatMap(({ memberIds }) => memberIds));
  const own = results.filter(({ id }) => !inReports.has(id));
  const isAge = new Set(parts.flatMap(({ row }) => (isCoded(row, AGE) ? [row.id] : [])));
  const expected = expectedOf(parts, now);
  return {
    item,
    state: over ? "ended" : stateOf(one, expected, births, now),
    expected,
    ages: own.filter(({ id }) => isAge.has(id)),
    visits: ownVisits.map(({ item: visit }) => visit as VisitView),
    results: own.slice(0, MOST_RESULTS),
    documents: parts.flatMap(({ item: part }) => (part.kind === "document" ? [part as DocumentView] : [])),
    moreResults: Math.max(0, own.length - MOST_RESULTS),
  };
}

/** Nothing is taken to go on that nobody says goes on, nor beyond what nature allows; a birth told later ends it. */
function stateOf({ row, item }: Told, expected: ExpectedView[], births: Told[], now: Date): PregnancyCase["state"] {
  const { clinical, ended } = item as ConditionView;
  if (ended || clinical === "resolved" || clinical === "inactive" || clinical === "remission") return "ended";
  const began = row.timeLow;
  if (began && births.some(({ row: birth }) => isAfter(birth, row))) return "ended";
  const ahead = expected.some(({ day }) => isAhead(new Date(day.from), now));
  if (ahead && clinical !== undefined) return "current";
  return clinical === "active" && began && mayStillBe(began, now) ? "current" : "not-told";
}

/** A birth told of later than the pregnancy, and not so much later that it must be of another. */
const isAfter = (birth: EntryRow, began: EntryRow): boolean =>
  birth.timeLow !== null &&
  began.timeLow !== null &&
  birth.id !== began.id &&
  birth.timeLow > began.timeLow &&
  mayStillBe(began.timeLow, birth.timeLow);

const tellsOf = (row: EntryRow): boolean => tellsOfBirth(codingsOf(row)) || isCoded(row, ["XML9"]);

/** Days of birth, the newest statement first. */
function expectedOf(told: Told[], now: Date): ExpectedView[] {
  return told.flatMap(({ row, item }) => {
    if (item.kind !== "result" || item.withdrawn || item.unsafe || !isCoded(row, EXPECTED)) return [];
    const { id, source, when, value, method } = item as ResultView;
    if (value?.kind !== "when") return [];
    const exact = value.when.precision === "day" || value.when.precision === "time";
    const week = exact ? weekOf(new Date(value.when.from), now) : undefined;
    return [{ id, day: value.when, by: method, source, when, week }];
  });
}
