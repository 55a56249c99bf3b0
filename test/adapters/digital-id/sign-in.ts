import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { authorizationChecks, digitalIds } from "#app/adapters/digital-id/digital-id.ts";
import type { AuthorizationRequest } from "#app/adapters/digital-id/provider.ts";
import { readProvider } from "#app/adapters/digital-id/read-settings.ts";
import type { RelyingPartyAlgorithm } from "#app/adapters/keys/relying-party/key-file.ts";
import { loadRelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { makeRelyingPartyKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { isDomainError } from "#app/shared/errors.ts";
import { hostileProvider } from "./hostile-provider.ts";

export const PORTAL = "https://sokhoe.example.gov.vn";
export const CLIENT = "https://sokhoe.example.gov.vn/client";

/** Keys of this test file's own, gone afterwards. */
export async function keysFolder(algorithms?: RelyingPartyAlgorithm[]): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-rp-"));
  await makeRelyingPartyKeys(folder, { sandbox: true, ...(algorithms ? { algorithms } : {}) });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A hostile provider and our side of it, as an entry of a providers file says. */
export async function pair(entry: Record<string, unknown> = {}, algorithms?: RelyingPartyAlgorithm[]) {
  const provider = await hostileProvider(CLIENT);
  afterAll(() => provider.close());
  const folder = await keysFolder(algorithms);
  const keys = loadRelyingPartyKeys(folder);
  const settings = readProvider(
    {
      id: "test",
      profile: "plain",
      issuer: provider.issuer,
      clientId: CLIENT,
      assurance: { "1": 1, "2": 2, "3": 3 },
      clientSecret: "a secret",
      ...entry,
    },
    "the test",
    { env: {}, readFile: () => "" },
  );
  const fresh = () => {
    const one = digitalIds([settings], { publicOrigin: PORTAL, allowHttp: true, keys }).all[0];
    if (!one) throw new Error("no provider");
    return one;
  };
  return { provider, folder, keys, settings, fresh, id: fresh() };
}

export type Pair = Awaited<ReturnType<typeof pair>>;

export interface Turn {
  claims?: Record<string, unknown>;
  /** Makes the whole ID token; otherwise the claims are signed rightly. */
  idToken?: (nonce: string) => Promise<string | undefined>;
  /** Members of the token endpoint's answer. */
  answer?: Record<string, unknown>;
  /** Parameters of the way back; undefined takes one away. */
  back?: Record<string, string | undefined>;
  request?: Partial<AuthorizationRequest>;
}

/** A whole sign-in; the provider answers as the turn says. */
export async function signIn({ provider, id }: Pick<Pair, "provider" | "id">, turn: Turn = {}) {
  const checks = authorizationChecks();
  const started = await id.authorize({ checks, language: "vi", ...turn.request });
  const sent = started.url.searchParams;
  const idToken = turn.idToken ?? (async (nonce: string) => provider.sign(provider.claims(nonce, turn.claims)));
  const token = await idToken(checks.nonce);
  provider.on("/token", () => ({
    body: { access_token: "at", token_type: "Bearer", ...(token ? { id_token: token } : {}), ...turn.answer },
  }));
  const back = new URL(`${PORTAL}${id.redirectPath}`);
  const parameters = { code: "a-code", state: checks.state, iss: provider.issuer, ...turn.back };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) back.searchParams.set(name, value);
  const identity = await id.finish(back, {
    ...checks,
    maxAgeSeconds: turn.request?.maxAgeSeconds,
    proofKey: started.proofKey,
  });
  return { identity, sent, checks };
}

/** The code a sign-in is refused with; a success or any other error is a failure of the test. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isDomainError(error)) {
      if (/eyJ|\d{12}|Nguy|sub-1|a-code/.test(`${error.message} ${error.cause ?? ""}`))
        throw new Error("the message tells something");
      return error.code;
    }
    throw error;
  }
  return "accepted";
}
