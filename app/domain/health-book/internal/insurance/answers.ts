import type { CardAnswer } from "#app/adapters/insurance/answer.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";

const belongs = (personId: string, identifierId: string) => ({
  table: "insurance_checks",
  owner: personId,
  row: identifierId,
});

/** The insurer's answer as it is kept: sealed for the card it is about. */
export const sealAnswer = (keys: KeyRing, personId: string, identifierId: string, answer: CardAnswer): Buffer =>
  seal(keys, belongs(personId, identifierId), JSON.stringify(answer));

export const unsealAnswer = (keys: KeyRing, personId: string, identifierId: string, sealed: Buffer): CardAnswer =>
  JSON.parse(unsealText(keys, belongs(personId, identifierId), sealed)) as CardAnswer;
