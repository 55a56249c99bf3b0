import { describe, expect, test } from "vitest";
import { providerKeys } from "#app/adapters/digital-id/protocol/provider-keys.ts";
import { signer } from "./hostile-provider.ts";
import { pair, refusal, signIn } from "./sign-in.ts";

describe("a provider's keys", () => {
  test("rotated between two sign-ins: the new kid is fetched at once, an unknown one not twice in a minute", async () => {
    const us = await pair();
    const { provider } = us;
    await signIn(us);
    provider.keys = [await signer("ES256", "second"), ...provider.keys];
    await signIn(us);
    expect(provider.count("/jwks")).toBe(2);
    const unknown = await signer("ES256", "unheard-of");
    for (const _ of [1, 2, 3]) {
      const turn = { idToken: async (nonce: string) => provider.sign(provider.claims(nonce), unknown) };
      expect(await refusal(signIn(us, turn))).toBe("token-key-unknown");
    }
    expect(provider.count("/jwks")).toBe(2);
  });

  test("a token without kid: accepted with one fitting key, refused with two", async () => {
    const us = await pair();
    const { provider } = us;
    const bare = {
      idToken: (nonce: string) => provider.sign(provider.claims(nonce), provider.keys[0], { kid: undefined }),
    };
    provider.keys = [...provider.keys, await signer("RS256", "rsa")];
    expect((await signIn(us, bare)).identity.subject).toBe("sub-1");
    provider.keys = [...provider.keys, await signer("ES256", "another")];
    expect(await refusal(signIn({ provider, id: us.fresh() }, bare))).toBe("token-key-ambiguous");
  });

  test("discovery and keys that fail later are done without; at first nothing stands in for them", async () => {
    const us = await pair();
    await signIn(us);
    us.provider.on("/jwks", () => ({ status: 500, body: {} }));
    us.provider.on("/.well-known/openid-configuration", () => ({ status: 500, body: {} }));
    expect((await signIn(us)).identity.subject).toBe("sub-1");
    expect(await refusal(signIn({ provider: us.provider, id: us.fresh() }))).toBe("provider-unavailable");
  });

  test("through an hour of failures the last good ones go on, through a day they do not", async () => {
    const key = await signer("ES256", "first");
    let clock = 0;
    let loads = 0;
    let works = true;
    const load = async () => {
      loads += 1;
      if (!works) throw new Error("500");
      return { keys: [key.publicJwk] };
    };
    const keys = providerKeys(load as Parameters<typeof providerKeys>[0], () => clock);
    const find = () => keys.find({ alg: "ES256", kid: "first" });
    await find();
    works = false;
    for (; clock < 3_600_000; clock += 1_000) await find();
    // Once fresh keys are due, they are asked for once a minute.
    expect(loads).toBeLessThan(60);
    clock = 25 * 3_600_000;
    await expect(find()).rejects.toThrow("500");
    works = true;
    clock += 61_000;
    await find();
  });

  test("many sign-ins at once fetch them once", async () => {
    const us = await pair();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        us.id.authorize({ checks: { state: "s", nonce: "n", codeVerifier: "v".repeat(43) }, language: "vi" }),
      ),
    );
    expect(us.provider.count("/.well-known/openid-configuration")).toBe(1);
  });
});

test("a discovery document of another issuer, or none at all, is refused", async () => {
  const us = await pair();
  us.provider.on("/.well-known/openid-configuration", () => ({
    body: { issuer: `${us.provider.issuer}/`, token_endpoint: "http://localhost:9" },
  }));
  expect(await refusal(signIn(us))).toBe("issuer-mismatch");
  us.provider.on("/.well-known/openid-configuration", () => ({ body: "<html>", type: "text/html" }));
  expect(await refusal(signIn(us))).toBe("discovery-invalid");
  us.provider.on("/.well-known/openid-configuration", () => ({
    body: {
      issuer: us.provider.issuer,
      authorization_endpoint: "http://id.example/a",
      token_endpoint: "http://id.example/t",
      jwks_uri: "http://id.example/j",
    },
  }));
  expect(
    await refusal(
      us.id.finish(new URL(`https://x.example/?code=c&state=s`), {
        state: "s",
        nonce: "n",
        codeVerifier: "v".repeat(43),
      }),
    ),
  ).toBe("provider-address");
});
