import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from "jose";

/** A JWS without its payload (RFC 7515, appendix F). */
const DETACHED = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)$/;
const ALGORITHMS = ["ES256", "ES384", "RS384", "RS256", "PS256"];

/** The id of the key that signed these bytes; `undefined` when none of the keys did. */
export async function verifyDetached(
  signature: string,
  payload: Uint8Array,
  keys: JSONWebKeySet,
): Promise<string | undefined> {
  const [, header, value] = (signature.length <= 8_192 && DETACHED.exec(signature)) || [];
  if (!header || !value) return undefined;
  const whole = `${header}.${Buffer.from(payload).toString("base64url")}.${value}`;
  try {
    const { protectedHeader } = await compactVerify(whole, createLocalJWKSet(keys), { algorithms: ALGORITHMS });
    return protectedHeader.kid ?? keys.keys[0]?.kid;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}
