import { exportJWK, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { registerClientInput } from "#app/domain/clients/input.ts";
import { registerClient } from "#app/domain/clients/register-client.ts";
import { addFacility } from "#app/domain/facilities/add-facility.ts";
import { addFacilityInput } from "#app/domain/facilities/input.ts";
import { newId } from "#app/shared/ids.ts";
import { recordStore } from "#test/support/record-store.ts";

const store = await recordStore();
const ctx = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });
const form = (changes: Record<string, string> = {}) =>
  addFacilityInput.parse({
    idempotencyKey: newId(),
    kind: "clinic",
    name: "Phòng khám Thử",
    shortName: "PK Thử",
    legalBasis: "test",
    ...changes,
  });
const namesOf = (id: string) => store.superuser`select name, code5 from facility_names where facility_id = ${id}`;

describe("a facility's form", () => {
  test("sent twice, also at once, adds one", async () => {
    const input = form({ code5: "99a01" });
    const all = await Promise.all(Array.from({ length: 5 }, () => addFacility(ctx, input)));
    expect(new Set(all.map((added) => JSON.stringify(added)))).toEqual(
      new Set([JSON.stringify({ id: input.idempotencyKey })]),
    );
    expect(await namesOf(input.idempotencyKey)).toEqual([{ name: "Phòng khám Thử", code5: "99A01" }]);
  });

  test("from the back button, with another facility in it, is not said to be saved", async () => {
    const input = form();
    await addFacility(ctx, input);
    expect(await addFacility(ctx, { ...input, name: "Nơi khác" })).toEqual({ errors: { "": ["already-sent"] } });
    expect(await namesOf(input.idempotencyKey)).toMatchObject([{ name: "Phòng khám Thử" }]);
  });

  test.each([
    ["code5", "99B02"],
    ["code13", "9900000000013"],
  ])("with a %s that another facility has now is refused, whoever comes first", async (field, code) => {
    const all = await Promise.all([1, 2, 3].map(() => addFacility(ctx, form({ [field]: code }))));
    expect(all.filter((added) => "id" in added)).toHaveLength(1);
    for (const added of all) if ("errors" in added) expect(added).toEqual({ errors: { [field]: ["code-taken"] } });
  });

  test("is valid from the Vietnamese day on", async () => {
    const input = form();
    await addFacility({ ...ctx, now: () => new Date("2026-03-01T18:30:00Z") }, input);
    const [row] = await store.superuser<{ from: string }[]>`
      select valid_from::text as from from facility_names where facility_id = ${input.idempotencyKey}`;
    expect(row?.from).toBe("2026-03-02");
  });

  test("a facility has one name at a time", async () => {
    const input = form();
    await addFacility(ctx, input);
    const second = store.superuser`
      insert into facility_names (facility_id, valid_from, name, short_name) values (${input.idempotencyKey}, '2020-01-01', 'a', 'a')`;
    await expect(second).rejects.toMatchObject({ code: "23505" });
  });
});

describe("a system's form", () => {
  test("sent twice registers one; with other keys in it, it is not said to be registered", async () => {
    const jwks = async () => {
      const { publicKey } = await generateKeyPair("ES256", { extractable: true });
      return JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "ES256" }] });
    };
    const values = {
      idempotencyKey: newId(),
      facilityId: store.facilityId,
      name: "HIS",
      scopes: ["system/*.cud"],
      jwks: await jwks(),
    };
    const input = registerClientInput(true).parse(values);
    const first = await registerClient(ctx, input);
    expect(first).toEqual({ clientId: `so-khoe-${values.idempotencyKey}` });
    expect(await registerClient(ctx, input)).toEqual(first);
    const other = registerClientInput(true).parse({ ...values, jwks: await jwks() });
    expect(await registerClient(ctx, other)).toEqual({ errors: { "": ["already-sent"] } });
  });
});
