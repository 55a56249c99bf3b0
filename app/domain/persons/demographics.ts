import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";

const belongs = (personId: string) => ({ table: "persons", owner: personId, row: "demographics" });

/** A person's names as they are kept: sealed, first the one to show. */
export const sealNames = (keys: KeyRing, personId: string, names: string[]): Buffer =>
  seal(keys, belongs(personId), JSON.stringify({ names }));

export function unsealNames(keys: KeyRing, personId: string, sealed: Buffer | null): string[] {
  if (!sealed) return [];
  return (JSON.parse(unsealText(keys, belongs(personId), sealed)) as { names: string[] }).names;
}
