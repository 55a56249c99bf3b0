import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { findOrCreatePerson } from "#app/domain/persons/find-or-create-person.ts";
import { findPersons } from "#app/domain/persons/find-persons.ts";
import { contradiction } from "#app/domain/persons/rules.ts";
import { scopedAll } from "#app/domain/persons/scoped-identifier.ts";
import { isDomainError } from "#app/shared/errors.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { personalNumber } from "#app/shared/identifiers.ts";
import type { Tx } from "#db/client.ts";

/**
 * Whom a line of the roster is about: by the number alone, found or created. The name typed is only compared, folded;
 * where it contradicts what is known, nobody is guessed. It never becomes the person's name: a slip of the roster must
 * not lock somebody out of their own book.
 */
export async function rosterPerson(
  tx: Tx,
  keys: KeyRing,
  said: { number: string; name: string },
): Promise<{ personId: string } | { errors: FormErrors }> {
  const value = personalNumber(said.number);
  if (!value) return { errors: { number: ["personal-number"] } };
  const [found, another] = await findPersons(
    tx,
    keys,
    scopedAll([{ kind: "personal_number", system: "", value }], undefined),
  );
  if (another) return { errors: { number: ["person-unclear"] } };
  const typed = { names: [said.name], birth: undefined, sex: "unknown" as const };
  if (found && contradiction(found.member.known, typed) && contradiction(found.known, typed))
    return { errors: { name: ["staff-name-contradicts"] } };
  if (found) return { personId: found.id };
  try {
    return { personId: await findOrCreatePerson(tx, keys, value) };
  } catch (error) {
    if (isDomainError(error) && error.kind === "conflict") return { errors: { number: ["person-unclear"] } };
    throw error;
  }
}
