import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { DomainError } from "#app/shared/errors.ts";
import { personalNumber } from "#app/shared/identifiers.ts";
import type { Tx } from "#db/client.ts";
import { matchPerson } from "./match-person.ts";

/**
 * The person of a personal number an operator vouches for; a well-formed unknown number creates them,
 * without name or birth date. @throws DomainError `invalid`, `conflict`.
 */
export async function findOrCreatePerson(tx: Tx, keys: KeyRing, number: string): Promise<string> {
  const value = personalNumber(number);
  if (!value) throw new DomainError("invalid", "personal-number", "A personal number has 12 digits.");
  const said = {
    names: [],
    birth: undefined,
    sex: "unknown" as const,
    deceasedOn: undefined,
    identifiers: [{ kind: "personal_number" as const, system: "", value }],
  };
  const match = await matchPerson(tx, said, { keys, assignerId: undefined, source: "operator" });
  if ("quarantine" in match)
    throw new DomainError("conflict", "person-unclear", "This number cannot be matched to one person.");
  return match.personId;
}
