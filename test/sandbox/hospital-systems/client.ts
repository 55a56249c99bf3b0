import crypto from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";

export interface HospitalClient {
  clientId: string;
  alg: string;
  jwk: JWK;
  /** Origin of the portal. */
  portal: string;
}

export interface FhirAnswer {
  status: number;
  location: string | null;
  body: unknown;
}

/** A hospital's system as it talks to the portal: private_key_jwt for a token, then FHIR. */
export function hospitalSystem(client: HospitalClient) {
  let token: { value: string; until: number } | undefined;

  async function accessToken(): Promise<string> {
    if (token && token.until > Date.now()) return token.value;
    const response = await fetch(`${client.portal}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        scope: "system/*.cud",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await clientAssertion(client),
      }),
    });
    const body = (await response.json()) as { access_token?: string; expires_in?: number; error?: string };
    if (!body.access_token) throw new Error(`No token for ${client.clientId}: ${response.status} ${body.error ?? ""}`);
    token = { value: body.access_token, until: Date.now() + ((body.expires_in ?? 60) - 30) * 1000 };
    return token.value;
  }

  async function post(path: string, type: string, body: string | Uint8Array): Promise<FhirAnswer> {
    const headers = { Authorization: `Bearer ${await accessToken()}`, "Content-Type": type };
    const response = await fetch(`${client.portal}${path}`, { method: "POST", headers, body: Buffer.from(body) });
    return { status: response.status, location: response.headers.get("location"), body: await response.json() };
  }

  return {
    accessToken,
    send: (bundle: string | Uint8Array) => post("/fhir", "application/fhir+json", bundle),
    /** A package of QĐ 3176. */
    sendPackage: (xml: Uint8Array) => post("/feeds/qd3176", "application/xml", xml),
    /** An export of the immunisation register, or a Form 831. */
    sendFile: ({ path, type, text }: { path: string; type: string; text: string }) => post(path, type, text),
  };
}

/** RFC 7523 §3: issued by and for the client, to the token endpoint, for a minute, once. */
export async function clientAssertion(
  client: HospitalClient,
  changes: { audience?: string; expiresIn?: number; jti?: string } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ jti: changes.jti ?? crypto.randomUUID() })
    .setProtectedHeader({ alg: client.alg, kid: client.jwk.kid ?? "" })
    .setIssuer(client.clientId)
    .setSubject(client.clientId)
    .setAudience(changes.audience ?? `${client.portal}/oauth/token`)
    .setIssuedAt(now)
    .setExpirationTime(now + (changes.expiresIn ?? 60))
    .sign(await importJWK(client.jwk, client.alg));
}
