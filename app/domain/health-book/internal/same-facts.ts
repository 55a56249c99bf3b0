import { isFromPackage } from "#app/adapters/record-store/qd3176/source-id.ts";
import type { ConditionView, ItemView } from "../view.ts";
import type { EntryRow } from "./entry-row.ts";
import { type Fact, factOf, relationOf } from "./fact-of.ts";

/** Sections where two senders may tell the same. */
const TOLD_TWICE = new Set(["vaccinations", "medicines", "conditions"]);

/** An item with the row it was mapped from. */
export interface Told<I extends ItemView = ItemView> {
  row: EntryRow;
  item: I;
}

/**
 * The items of a page with each fact once: who else tells it stands with it, and what two senders tell
 * differently is marked on both. Order stays; of a prescription and the package row of it the prescription leads.
 */
export function sameFacts<I extends ItemView>(told: Told<I>[]): I[] {
  const groups: { lead: Told<I>; facts: Fact[]; others: Told<I>[] }[] = [];
  const alone: { at: number; item: I }[] = [];
  const beside = new Set<I>();
  const places = new Map<object, number>();
  for (const [at, one] of told.entries()) {
    const fact = TOLD_TWICE.has(one.row.section) ? factOf(one.row) : undefined;
    if (!fact || fact.about.length === 0) {
      alone.push({ at, item: one.item });
      continue;
    }
    const relations = groups.map((group) => group.facts.map((f) => relationOf(f, fact)));
    const own = groups.find((_, i) => relations[i]?.every((r) => r === "same"));
    for (const [i, group] of groups.entries())
      if (relations[i]?.includes("beside")) {
        beside.add(one.item);
        beside.add(group.lead.item);
      }
    if (!own) {
      const group = { lead: one, facts: [fact], others: [] };
      groups.push(group);
      places.set(group, at);
      continue;
    }
    own.facts.push(fact);
    if (isFromPackage(own.lead.row.sourceId) && !fact.fromPackage && fact.kind === "medicine") {
      own.others.push(own.lead);
      own.lead = one;
    } else own.others.push(one);
  }
  const joined = groups.map((group) => ({
    at: places.get(group) ?? 0,
    item: joinedItem(group.lead.item, group.others, beside.has(group.lead.item)),
  }));
  return [...alone, ...joined].sort((a, b) => a.at - b.at).map(({ item }) => item);
}

function joinedItem<I extends ItemView>(lead: I, others: Told<I>[], toldOtherwise: boolean): I {
  if (others.length === 0 && !toldOtherwise) return lead;
  const alsoFrom = others.map(({ row, item }) => ({
    ...item.source,
    id: row.id,
    fromPackage: isFromPackage(row.sourceId),
  }));
  if (lead.kind !== "condition") return { ...lead, alsoFrom, toldOtherwise };
  const times: ConditionView["times"] = 1 + others.length;
  const elsewhere = alsoFrom.filter((s, i) => alsoFrom.findIndex((o) => o.facilityId === s.facilityId) === i);
  return { ...lead, times, alsoFrom: elsewhere.filter((s) => s.facilityId !== lead.source.facilityId), toldOtherwise };
}
