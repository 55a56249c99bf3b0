import { describe, expect, test } from "vitest";
import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { acknowledgeNotice } from "#app/domain/identity/acknowledge-notice.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";
import { identityOf, signInAs } from "#test/support/identities.ts";
import { patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const identity = identityOf;
const signIn = (as: VerifiedIdentity) => signInAs(store, as);
const nameOf = async (personId: string) => {
  const [row] = await store.superuser<
    { demographics: Buffer }[]
  >`select demographics from persons where id = ${personId}`;
  return unsealNames(store.keys, personId, row?.demographics ?? null)[0];
};

describe("a name that changed", () => {
  test("of the same account and number is taken, and shown from then on", async () => {
    const first = identity(someNumber());
    const before = await signIn(first);
    const after = await signIn({ ...first, name: "Trần Ngọc Mai" });
    expect(after).toEqual({ personId: "personId" in before && before.personId });
    expect(await nameOf("personId" in after ? after.personId : "")).toBe("Trần Ngọc Mai");
  });

  test("of another account with the same number is nobody's: it waits for a person to look", async () => {
    const first = identity(someNumber());
    await signIn(first);
    const other = await signIn({ ...first, issuer: "https://other.example", name: "Trần Ngọc Mai" });
    expect(other).toEqual({ unclear: "name-contradicts" });
  });

  test("of the same account under another number is nobody's", async () => {
    const first = identity(someNumber());
    await signIn(first);
    const other = await signIn({ ...first, personalNumber: someNumber(), name: "Trần Ngọc Mai" });
    expect(other).toEqual({ unclear: "other-number" });
  });

  test("does not come from a facility: what it writes never replaces the verified name", async () => {
    const number = someNumber();
    const known = await signIn(identity(number));
    await store.send(transaction(patientOf("p-name", number, { name: [{ text: "NGUYEN THI LAN" }] })));
    expect(await nameOf("personId" in known ? known.personId : "")).toBe("Nguyễn Thị Lan");
  });
});

describe("below the book's level", () => {
  test("nothing of the account is left behind, and the notice is not read in the person's name", async () => {
    const number = someNumber();
    const checkedBefore = identity(number);
    const known = await signIn(checkedBefore);
    const personId = "personId" in known ? known.personId : "";
    expect(await signIn({ ...checkedBefore, assuranceLevel: 1, name: "Ai Đó" })).toEqual({ personId });
    const elsewhere = { ...checkedBefore, issuer: "https://other.example", assuranceLevel: 1 } as const;
    expect(await signIn({ ...elsewhere, name: "Ai Đó" })).toEqual({ personId });
    expect(await store.superuser`select from linked_accounts where person_id = ${personId}`).toHaveLength(1);
    // Somebody else's account that claims the number is not even let in to be told that the book is closed.
    expect(await signIn(identity(number, { assuranceLevel: 1 }))).toEqual({ refused: "identity-second-account" });
    expect(await nameOf(personId)).toBe("Nguyễn Thị Lan");
    const reader = store.reader({ kind: "citizen", personId, assuranceLevel: 1, authenticatedAt: new Date() });
    await expect(acknowledgeNotice(reader, { language: "vi" })).rejects.toMatchObject({ code: "level-too-low" });
    expect(await store.superuser`select from notice_acknowledgements where person_id = ${personId}`).toHaveLength(0);
    const checked = store.reader({ kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: new Date() });
    await acknowledgeNotice(checked, { language: "vi" });
    expect(await store.superuser`select from notice_acknowledgements where person_id = ${personId}`).toHaveLength(1);
  });
});
