import type { BookSection } from "#app/domain/access/data-types.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import type { ItemOf } from "#app/domain/health-book/view.ts";
import { type Entry, type Json, patientOf, type recordStore, someNumber, transaction } from "./record-store.ts";

type Store = Awaited<ReturnType<typeof recordStore>>;
export type Chart = Awaited<ReturnType<typeof chartOf>>;

/** A person with what one facility sent of them, and their book as they read it. `Patient/p` becomes theirs. */
export async function chartOf(store: Store, ...parts: (Json | Entry)[]) {
  const id = `p-${Math.random().toString(36).slice(2)}`;
  const patient = patientOf(id, someNumber(), {
    name: [{ text: "Nguyễn Thị Đào" }],
    birthDate: "1958-02",
    gender: "female",
  });
  const send = async (...more: (Json | Entry)[]) => {
    const text = JSON.stringify(transaction(patient, ...more)).replaceAll('"Patient/p"', `"Patient/${id}"`);
    // A text for a number keeps its digits: "#5.40#" is sent as 5.40.
    const answer = await store.send(text.replace(/"#([-0-9.eE+]+)#"/g, "$1"));
    if (answer.state !== "accepted") throw new Error(JSON.stringify(answer.body));
  };
  await send(...parts);
  const personId = await store.personOfPatient(id);
  const ctx = store.citizen(personId);
  const section = <S extends BookSection>(name: S, options: { page?: number; showHidden?: boolean } = {}) =>
    readSection(ctx, { section: name, page: 1, showHidden: false, ...options });
  return {
    id,
    personId,
    ctx,
    send,
    section,
    /** Items of a section's first page, as that section's kind. */
    items: async <S extends BookSection>(name: S): Promise<ItemOf[S][]> => (await section(name)).items as ItemOf[S][],
  };
}

/** The one item such a resource becomes. */
export async function viewOf<S extends BookSection>(
  store: Store,
  section: S,
  resource: Json,
  ...others: Json[]
): Promise<ItemOf[S]> {
  const chart = await chartOf(
    store,
    { id: `r-${Math.random().toString(36).slice(2)}`, subject: { reference: "Patient/p" }, ...resource },
    ...others,
  );
  const items = await chart.items(section);
  const [item] = items;
  if (!item || items.length > 1) throw new Error(`${items.length} items instead of one.`);
  return item;
}
