import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import {
  CompactEncrypt,
  CompactSign,
  calculateJwkThumbprint,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
} from "jose";

export interface Signer {
  alg: string;
  kid: string;
  privateJwk: JWK;
  publicJwk: JWK;
}

export async function signer(alg: string, kid: string = crypto.randomUUID()): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2_048 });
  const own = { kid, alg, use: "sig" };
  return {
    alg,
    kid,
    privateJwk: { ...(await exportJWK(privateKey)), ...own },
    publicJwk: { ...(await exportJWK(publicKey)), ...own },
  };
}

export interface Asked {
  path: string;
  headers: http.IncomingHttpHeaders;
  body: URLSearchParams;
}

interface Answer {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: unknown;
}

/** A provider that does what a test tells it, over real HTTP; everything right as long as nothing is told. */
export async function hostileProvider(clientId: string) {
  let keys = [await signer("ES256", "first")];
  const asked: Asked[] = [];
  const answers = new Map<string, (asked: Asked) => Answer | Promise<Answer>>();
  const server = http.createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk) => chunks.push(chunk));
    req.on("end", async () => {
      const path = (req.url ?? "").split("?")[0] ?? "";
      const one = { path, headers: req.headers, body: new URLSearchParams(Buffer.concat(chunks).toString()) };
      asked.push(one);
      const answer = await (answers.get(path)?.(one) ?? { status: 404, body: {} });
      res.writeHead(answer.status ?? 200, { "Content-Type": answer.type ?? "application/json", ...answer.headers });
      res.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const provider = {
    issuer,
    asked,
    on: (path: string, answer: (asked: Asked) => Answer | Promise<Answer>) => answers.set(path, answer),
    get keys() {
      return keys;
    },
    set keys(all: Signer[]) {
      keys = all;
    },
    count: (path: string) => asked.filter((one) => one.path === path).length,
    /** Claims of an ID token that nobody could object to. */
    claims: (nonce: string, more: Record<string, unknown> = {}): Record<string, unknown> => {
      const now = Math.floor(Date.now() / 1000);
      const identity = {
        name: "Nguyễn Thị Lan",
        birthdate: "1984-03-12",
        gender: "female",
        personal_number: "027184001234",
      };
      return {
        iss: issuer,
        aud: clientId,
        sub: "sub-1",
        nonce,
        iat: now,
        exp: now + 300,
        auth_time: now,
        acr: "2",
        ...identity,
        ...more,
      };
    },
    sign: async (
      claims: Record<string, unknown>,
      by: Signer | undefined = keys[0],
      header: Record<string, unknown> = {},
    ) => {
      if (!by) throw new Error("The provider has no key.");
      const { kid, alg } = by;
      const text = new TextEncoder().encode(JSON.stringify(claims));
      return new CompactSign(text)
        .setProtectedHeader({ alg, kid, ...header })
        .sign(await importJWK(by.privateJwk, by.alg));
    },
    /** For the key of a kind that a relying party publishes. */
    encrypt: async (
      text: string,
      jwks: { keys: JWK[] },
      alg: string,
      enc: string,
      header: Record<string, unknown> = {},
    ) => {
      const key = jwks.keys.find((one) => one.use === "enc" && one.alg === alg);
      if (!key) throw new Error(`The relying party publishes no key for ${alg}.`);
      return new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg, enc, kid: String(key.kid), cty: "JWT", ...header })
        .encrypt(await importJWK(key, alg));
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const at = (path: string) => `${issuer}${path}`;
  provider.on("/.well-known/openid-configuration", () => ({
    body: {
      issuer,
      authorization_endpoint: at("/authorize"),
      token_endpoint: at("/token"),
      userinfo_endpoint: at("/userinfo"),
      jwks_uri: at("/jwks"),
      end_session_endpoint: at("/logout"),
      pushed_authorization_request_endpoint: at("/par"),
      authorization_response_iss_parameter_supported: true,
    },
  }));
  provider.on("/jwks", () => ({ body: { keys: keys.map((key) => key.publicJwk) } }));
  return provider;
}

export type HostileProvider = Awaited<ReturnType<typeof hostileProvider>>;

/** What a provider checks of a client assertion (RFC 7523): the claims, when the signature is by one of these keys. */
export async function checkedAssertion(body: URLSearchParams, jwks: { keys: JWK[] }) {
  const token = body.get("client_assertion") ?? "";
  const { protectedHeader, payload } = await jwtVerify(token, async ({ kid, alg }) => {
    const jwk = jwks.keys.find((one) => one.kid === kid);
    if (!jwk) throw new Error("an unknown kid");
    return importJWK(jwk, alg);
  });
  return { header: protectedHeader, claims: payload };
}

/** Claims of a DPoP proof and the thumbprint of its key (RFC 9449 §4.2). */
export async function checkedProof(headers: http.IncomingHttpHeaders) {
  const token = String(headers.dpop);
  const { protectedHeader } = await jwtVerify(token, async (header) => importJWK(header.jwk as JWK, header.alg), {
    typ: "dpop+jwt",
  });
  return { claims: decodeJwt(token), thumbprint: await calculateJwkThumbprint(protectedHeader.jwk as JWK) };
}
