import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { clientIdOf, facilityId } from "#test/sandbox/province/load.ts";
import { codesOf, feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import { patientOf, someNumber, transaction } from "#test/support/record-store.ts";

const { world, port, superuser, bearer, rowCounts } = await feedWorld();
const now = () => Math.floor(Date.now() / 1000);
const body = JSON.stringify(transaction(patientOf("t-1", someNumber())));

interface Made {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  jwk?: JWK;
}

/** An access token as the portal makes it, signed with the portal's own key, with something changed. */
async function token({
  claims = {},
  header = {},
  jwk = world.parts.signingKey.privateJwk,
}: Made = {}): Promise<string> {
  const whole = {
    iss: `${world.origin}/oauth`,
    aud: `${world.origin}/fhir`,
    client_id: clientIdOf("clinic"),
    facility_id: facilityId("clinic"),
    scope: "system/*.cud",
    iat: now(),
    exp: now() + 300,
  };
  const { kid = "" } = world.parts.signingKey.privateJwk;
  return new SignJWT(Object.fromEntries(Object.entries({ ...whole, ...claims }).filter(([, v]) => v !== undefined)))
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid, ...header })
    .sign(await importJWK(jwk, "ES256"));
}

async function post(bearerToken: string) {
  const headers = { authorization: `Bearer ${bearerToken}`, "content-type": "application/fhir+json" };
  const answer = await ask(port, { method: "POST", target: "/fhir", headers, body });
  return { status: answer.status, codes: answer.status < 300 ? [] : codesOf(JSON.parse(answer.text)) };
}

async function strangeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return exportJWK(privateKey);
}

describe("an access token", () => {
  test("made so is taken: what is changed below is what is refused", async () => {
    expect(await post(await token())).toEqual({ status: 200, codes: [] });
  });

  test.each<[string, Made, number, string]>([
    ["that has expired", { claims: { iat: now() - 400, exp: now() - 100 } }, 401, "token-expired"],
    ["that never expires", { claims: { exp: undefined } }, 401, "token-claims"],
    ["that does not say when it was made", { claims: { iat: undefined } }, 401, "token-claims"],
    ["that is not yet valid", { claims: { nbf: now() + 100 } }, 401, "token-claims"],
    ["for another audience", { claims: { aud: "https://elsewhere.example/fhir" } }, 401, "token-audience"],
    ["for nobody", { claims: { aud: undefined } }, 401, "token-audience"],
    ["from another issuer", { claims: { iss: "https://elsewhere.example/oauth" } }, 401, "token-claims"],
    ["of another purpose", { header: { typ: "JWT" } }, 401, "token-claims"],
    ["of no purpose", { header: { typ: undefined } }, 401, "token-claims"],
    ["that names a key we do not have", { header: { kid: "none-of-ours" } }, 401, "token-signature"],
    ["that names no client", { claims: { client_id: undefined } }, 401, "token-claims"],
    ["that names no facility", { claims: { facility_id: undefined } }, 401, "token-claims"],
    ["of a client nobody knows", { claims: { client_id: "so-khoe-nobody" } }, 401, "client-suspended"],
    ["without a scope", { claims: { scope: undefined } }, 403, "scope-missing"],
    ["with another scope", { claims: { scope: "system/*.rs" } }, 403, "scope-missing"],
    ["with a scope that begins like ours", { claims: { scope: "system/*.cuds" } }, 403, "scope-missing"],
    ["with scopes in a list", { claims: { scope: ["system/*.cud"] } }, 403, "scope-missing"],
  ])("%s is refused", async (_name, made, status, code) => {
    expect(await post(await token(made))).toEqual({ status, codes: [code] });
  });

  test("signed with another key, not at all, or with what everybody knows, is refused", async () => {
    const good = await token();
    const [head = "", claims = "", signature = ""] = good.split(".");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
    const changed = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(claims, "base64url").toString()),
        facility_id: facilityId("general-hospital"),
      }),
    );
    const forged = [
      await token({ jwk: await strangeKey() }),
      await token({ jwk: await strangeKey(), header: { kid: undefined } }),
      `${none}.${claims}.${signature}`,
      `${head}.${changed.toString("base64url")}.${signature}`,
      `${head}.${claims}.${signature.slice(0, -4)}AAAA`,
    ];
    for (const one of forged) expect(await post(one)).toEqual({ status: 401, codes: ["token-signature"] });
    for (const odd of [`${none}.${claims}.`, `${good}.`, good.replace(".", ".."), `${good}=`, `"${good}"`])
      expect((await post(odd)).status).toBe(401);
  });

  test("of a person's sign-in is none", async () => {
    const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from messages`;
    const idToken = await token({ header: { typ: "JWT" }, claims: { iss: world.identityProvider.issuer } });
    expect((await post(idToken)).status).toBe(401);
    expect(row?.n).toBe(1);
  });

  test("ends with the suspension of its client, at once, and comes back with it", async () => {
    const good = await token();
    await superuser`update machine_clients set suspended_at = now() where client_id = ${clientIdOf("clinic")}`;
    expect(await post(good)).toEqual({ status: 401, codes: ["client-suspended"] });
    await superuser`update machine_clients set suspended_at = null where client_id = ${clientIdOf("clinic")}`;
    expect((await post(good)).status).toBe(200);
  });

  test("gives the facility it was made for, whatever the body says", async () => {
    const headers = { ...(await bearer("general-hospital")), "content-type": "application/fhir+json" };
    const text = JSON.stringify(
      transaction(patientOf("t-2", someNumber(), { managingOrganization: { display: "PK An Bình" } })),
    );
    expect((await ask(port, { method: "POST", target: "/fhir", headers, body: text })).status).toBe(200);
    const rows = await superuser<{ facility: string }[]>`
      select facility_id as facility from messages order by received_at desc limit 1`;
    expect(rows.map((r) => r.facility)).toEqual([facilityId("general-hospital")]);
  });

  test("refused leaves nothing, not even the reject", async () => {
    const before = await rowCounts();
    await post(await token({ claims: { exp: now() - 100 } }));
    await post(await token({ claims: { scope: "x" } }));
    expect(await rowCounts()).toEqual(before);
  });
});
