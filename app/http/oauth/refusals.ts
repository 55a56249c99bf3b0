import { decodeJwt, decodeProtectedHeader } from "jose";
import type { KoaContextWithOIDC } from "oidc-provider";

/** What oidc-provider and our own checks say of an assertion they refuse → our code, for the log and the operators. */
const CODES: readonly (readonly [said: RegExp, code: string])[] = [
  [/^client-suspended$/, "client-suspended"],
  [/^client-keys-stale$/, "client-keys-stale"],
  [/^(?:client not found|client is invalid)/, "client-unknown"],
  [/alg mismatch|unsupported JWS algorithm/, "assertion-algorithm"],
  [/jwt expired|expiration must|invalid exp/, "assertion-expired"],
  [/not active yet|issued in the future|invalid nbf|invalid iat/, "assertion-early"],
  [/^lifetime$/, "assertion-too-long"],
  [/audience/, "assertion-audience"],
  [/^iss |issuer/, "assertion-issuer"],
  [/used before|only be used once/, "assertion-replayed"],
  [/jti/, "assertion-id"],
  [/no matching key|no applicable key|signature verification failed|JWKS/i, "assertion-key"],
  [/invalid (?:token|jwt|client_assertion)|JWT|decode/i, "assertion-form"],
];

/** The code of a refusal; the protocol's own (`invalid_scope`) where the assertion itself was good. */
export function refusalCode(error: Error & { error?: string; error_detail?: string | undefined }): string {
  const protocol = error.error ?? error.name;
  if (protocol !== "invalid_client") return protocol;
  const said = error.error_detail ?? "";
  return CODES.find(([pattern]) => pattern.test(said))?.[1] ?? "invalid_client";
}

interface Claimed {
  clientId: string | undefined;
  kid: string | undefined;
}

/** Who an assertion says it is from, and by which key; nobody has checked it. */
export function claimedClient(ctx: KoaContextWithOIDC | undefined): Claimed {
  const assertion = ctx?.oidc?.params?.client_assertion;
  if (typeof assertion !== "string") return { clientId: undefined, kid: undefined };
  try {
    const { kid } = decodeProtectedHeader(assertion);
    return { clientId: decodeJwt(assertion).sub, kid: typeof kid === "string" ? kid : undefined };
  } catch {
    return { clientId: undefined, kid: undefined };
  }
}
