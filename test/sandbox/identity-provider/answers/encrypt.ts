import { CompactEncrypt, importJWK, type JWK } from "jose";

export interface Encryption {
  /** Where the application publishes its keys. */
  keysAt: string;
  enc: "A256GCM" | "A256CBC-HS512";
}

/** A signed token inside a JWE for the application's own key, asked for anew each time so that its rotation is followed. */
export async function encrypt(signed: string, { keysAt, enc }: Encryption): Promise<string> {
  const answer = await fetch(keysAt, { signal: AbortSignal.timeout(5_000) });
  const { keys } = (await answer.json()) as { keys: JWK[] };
  const key = keys.find(({ use }) => use === "enc");
  if (!key) throw new Error(`There is no key for encryption at ${keysAt}.`);
  const alg = key.alg ?? (key.kty === "RSA" ? "RSA-OAEP-256" : "ECDH-ES+A256KW");
  const header = { alg, enc, cty: "JWT", ...(key.kid === undefined ? {} : { kid: key.kid }) };
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader(header)
    .encrypt(await importJWK(key, alg));
}

/** The same JWE with one character of its ciphertext changed. */
export function tamper(jwe: string): string {
  const parts = jwe.split(".");
  const text = parts[3] ?? "";
  parts[3] = `${text.slice(0, 8)}${text[8] === "A" ? "B" : "A"}${text.slice(9)}`;
  return parts.join(".");
}
