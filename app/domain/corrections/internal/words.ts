import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";

const belongs = (personId: string, eventId: string) => ({
  table: "correction_events",
  owner: personId,
  row: eventId,
});

/** What somebody wrote, sealed for its row; nothing where they wrote nothing. */
export const sealWords = (keys: KeyRing, personId: string, eventId: string, words: string | undefined) =>
  words ? seal(keys, belongs(personId, eventId), words) : null;

export const unsealWords = (keys: KeyRing, personId: string, eventId: string, sealed: Buffer | null) =>
  sealed ? unsealText(keys, belongs(personId, eventId), sealed) : undefined;
