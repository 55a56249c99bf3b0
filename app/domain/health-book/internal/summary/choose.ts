import { type SummaryPart, type SummaryPartView, summaryParts } from "../../summary-view.ts";
import type { NoneStatement, ResultView } from "../../view.ts";
import { statementsFor } from "../empties.ts";
import { type EntryRow, readRow } from "../entry-row.ts";
import { mapItem } from "../map-item.ts";
import { noneStatement } from "../none-statement.ts";
import { sameFacts, type Told } from "../same-facts.ts";
import { type Candidate, NEWEST_ONLY, partOf } from "./part-of.ts";
import { PARTS } from "./parts.ts";

/** One section of the summary: what it refers to, and what its narrative tells. */
export interface ChosenPart {
  view: SummaryPartView;
  /** Entry ids, newest first. */
  entries: string[];
}

type Considered = Told & Candidate;
interface Coded {
  code?: { coding?: { code?: string }[] };
  category?: { coding?: { code?: string }[] }[];
}

/** The sections of a summary that stand in it, of all entries of a record, newest first. */
export function chooseParts(rows: EntryRow[], now: Date): ChosenPart[] {
  const statements = new Map<EntryRow, NoneStatement>();
  const all: Considered[] = [];
  for (const row of rows.filter((r) => r.section in SHOWN)) {
    const none = noneStatement(row);
    if (none) statements.set(row, none);
    else all.push(considered(row, now));
  }
  const members = new Set(all.flatMap(({ item }) => (item.kind === "result" ? item.memberIds : [])));
  const ofPart = (part: SummaryPart) => all.filter((one) => !members.has(one.row.id) && partOf(one) === part);
  const compositions = rows.filter((row) => row.type === "Composition");
  return summaryParts.flatMap((part) => {
    const { section, required } = PARTS[part];
    const chosen = newest(part, ofPart(part));
    const own = [...statements].filter(([row]) => row.section === section);
    // "No known drug allergy" is said by its code; "none known" of everything by the empty section itself.
    const scoped = part === "allergies" ? own.filter(([, said]) => said.scope && said.says === "none-known") : [];
    const entries = [...chosen.map(({ row }) => row.id), ...scoped.map(([row]) => row.id)];
    if (entries.length === 0 && !required) return [];
    const items = sameFacts(withMembers(chosen, all));
    const said = required ? [...own.map(([, one]) => one), ...statementsFor(section, compositions)] : [];
    const others = all.some(({ row }) => row.section === section);
    return [{ view: { part, section, items, statements: said, others }, entries }];
  });
}

const SHOWN: Readonly<Record<string, true>> = Object.fromEntries(
  Object.values(PARTS).map(({ section }) => [section, true]),
);

function considered(row: EntryRow, now: Date): Considered {
  const { resource } = readRow<Coded>(row);
  const codesOf = (coding: { code?: string }[] | undefined) => (coding ?? []).flatMap((c) => c.code ?? []);
  return {
    row,
    type: row.type,
    item: mapItem(row, now),
    codes: codesOf(resource.code?.coding),
    categories: [resource.category ?? []].flat().flatMap((c) => codesOf(c.coding)),
  };
}

/** Rows come newest first, so the first of a kind is the newest. */
function newest(part: SummaryPart, all: Considered[]): Considered[] {
  if (!NEWEST_ONLY.has(part)) return all;
  const seen = new Set<string>();
  return all.filter(({ type, item, codes }) => {
    const key = `${type} ${codes[0] ?? item.title ?? item.id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What a report is made of follows it, as in lists. */
function withMembers(chosen: Considered[], all: Considered[]): Told[] {
  const byId = new Map(all.map((one) => [one.row.id, one]));
  const seen = new Set<string>();
  const withParts = (one: Considered): Considered[] => {
    if (seen.has(one.row.id)) return [];
    seen.add(one.row.id);
    const ids = one.item.kind === "result" ? (one.item as ResultView).memberIds : [];
    return [one, ...ids.flatMap((id) => withParts(byId.get(id) ?? one))];
  };
  return chosen.flatMap(withParts);
}
