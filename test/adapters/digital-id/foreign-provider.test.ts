import { type MutableToken, OAuth2Server } from "oauth2-mock-server";
import { afterAll, expect, test } from "vitest";
import { authorizationChecks, digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import { readProvider } from "#app/adapters/digital-id/read-settings.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { keysFolder, refusal } from "./sign-in.ts";

/** A provider that nobody here wrote: oauth2-mock-server. */
const server = new OAuth2Server();
await server.issuer.keys.generate("RS256");
await server.start(0, "localhost");
afterAll(() => server.stop());
const issuer = server.issuer.url ?? "";

const settings = readProvider(
  {
    id: "foreign",
    issuer,
    clientId: "so-khoe",
    clientSecret: "any",
    idToken: { algs: ["RS256"] },
    claims: { personalNumber: "pid" },
    assurance: { high: 2 },
  },
  "the test",
  { env: {}, readFile: () => "" },
);
const keys = loadRelyingPartyKeys(await keysFolder());
const portal = { publicOrigin: "https://sokhoe.example.gov.vn", allowHttp: true, keys };

async function signIn(change: Record<string, unknown> = {}) {
  const [id] = digitalIds([settings], portal).all;
  if (!id) throw new Error("no provider");
  const checks = authorizationChecks();
  const { url } = await id.authorize({ checks, language: "vi" });
  // Its own ID token has issuer, audience, nonce and subject; what a citizen's has beside these is added.
  const add = (token: MutableToken) =>
    Object.assign(token.payload, { name: "Trần Văn Bình", pid: "027080000001", acr: "high", ...change });
  server.service.on("beforeTokenSigning", add);
  const back = await fetch(url, { redirect: "manual" });
  try {
    return await id.finish(new URL(back.headers.get("location") ?? ""), checks);
  } finally {
    server.service.off("beforeTokenSigning", add);
  }
}

test("a whole sign-in by this page's settings alone", async () => {
  expect(await signIn()).toMatchObject({
    issuer,
    subject: "johndoe",
    name: "Trần Văn Bình",
    personalNumber: "027080000001",
    assuranceLevel: 2,
  });
});

test.each([
  ["token-nonce", { nonce: "of-another" }],
  ["token-aud", { aud: "somebody-else" }],
  ["token-iss", { iss: "https://impostor.example" }],
])("and what it must not do is refused: %s", async (code, change) => {
  expect(await refusal(signIn(change))).toBe(code);
});
