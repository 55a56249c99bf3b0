import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal } from "#app/adapters/keys/sealing.ts";
import { newId } from "#app/shared/ids.ts";

/** What is taken out of resources and forms on their way in, each person's sealed with their own key. */
export class SealedValues {
  readonly kept: { person: string; id: string; sealed: Buffer }[] = [];
  private readonly keys: KeyRing;
  private readonly known = new Map<string, string>();

  constructor(keys: KeyRing) {
    this.keys = keys;
  }

  /** The id by which it is found again; the same of one person, which stands in every row of a form, is kept once. */
  keep(person: string, json: string): string {
    const key = `${person}${json}`;
    const before = this.known.get(key);
    if (before) return before;
    const id = newId();
    this.known.set(key, id);
    this.kept.push({ person, id, sealed: seal(this.keys, { table: "sealed_values", owner: person, row: id }, json) });
    return id;
  }
}
