import crypto from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import { z } from "zod";
import { Later } from "./later.ts";
import { algorithmOf } from "./signing-key.ts";

export interface TokenSource {
  /** A token that is still good for a while. @throws Later */
  take(): Promise<string>;
  /** The portal did not accept this one. */
  drop(token: string): void;
}

interface Client {
  portal: string;
  clientId: string;
  key: JWK;
}

const answer = z.object({ access_token: z.string(), expires_in: z.number().default(60) });
const ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const TIMEOUT_MS = 30_000;
/** Renewed before it ends, so that no delivery is under way with a token that runs out. */
const MARGIN_MS = 15_000;

/** Tokens by client_credentials and private_key_jwt (SMART Backend Services). */
export function tokenSource(client: Client): TokenSource {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const response = await fetch(`${client.portal}/oauth/token`, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body: new URLSearchParams({
        grant_type: "client_credentials",
        scope: "system/*.cud",
        client_assertion_type: ASSERTION,
        client_assertion: await assertion(client),
      }),
    }).catch((error) => {
      throw Later.ofFetch(error);
    });
    const text = await response.text().catch(() => "");
    if (response.status === 400 || response.status === 401) throw new Later("portal", "key-refused", response.status);
    if (response.status !== 200) throw Later.ofResponse(response);
    const read = answer.safeParse(parsed(text));
    if (!read.success) throw new Later("portal", "strange-answer", response.status);
    const { access_token: token, expires_in: seconds } = read.data;
    held = { token, until: Date.now() + Math.max(seconds * 500, seconds * 1_000 - MARGIN_MS) };
    return token;
  }

  return {
    async take() {
      if (held && held.until > Date.now()) return held.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

/** RFC 7523: by and for the client, to the token endpoint, for a minute, once. */
async function assertion({ portal, clientId, key }: Client): Promise<string> {
  const alg = algorithmOf(key) ?? "ES256";
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg, ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(`${portal}/oauth/token`)
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(await importJWK(key, alg));
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
