import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";
import { references } from "#app/shared/reference.ts";
import type { ClaimedPerson } from "./claimed-person.ts";

export const { make: newCaseReference } = references("DN");

type Part =
  | "claims"
  | "contact"
  | "words"
  | "why"
  | "id_token"
  | "logout_url"
  | `proposed/${string}`
  | `ended/${string}`;

const belongs = (caseId: string, part: Part) => ({ table: "identity_cases", owner: caseId, row: part });

export const sealPart = (keys: KeyRing, caseId: string, part: Part, text: string): Buffer =>
  seal(keys, belongs(caseId, part), text);

/** What was sealed; `undefined` when there is nothing, or no longer. */
export const openPart = (keys: KeyRing, caseId: string, part: Part, sealed: Buffer | null): string | undefined =>
  sealed && sealed.length > 0 ? unsealText(keys, belongs(caseId, part), sealed) : undefined;

export const sealClaims = (keys: KeyRing, caseId: string, claimed: ClaimedPerson): Buffer => {
  const { name, birth, sex, personalNumber, formerNumber, passport } = claimed;
  return sealPart(keys, caseId, "claims", JSON.stringify({ name, birth, sex, personalNumber, formerNumber, passport }));
};

export const openClaims = (keys: KeyRing, caseId: string, sealed: Buffer): ClaimedPerson | undefined => {
  const text = openPart(keys, caseId, "claims", sealed);
  return text === undefined ? undefined : (JSON.parse(text) as ClaimedPerson);
};
