import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { DomainError } from "#app/shared/errors.ts";

/** What a passkey is, as far as the portal keeps it: a public key, and how often it has signed. */
export interface Passkey {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  signCount: number;
  transports: string[];
}

export interface RelyingParty {
  /** The portal's only origin; a passkey is bound to its host. */
  origin: string;
  name: string;
}

const rpID = ({ origin }: RelyingParty): string => new URL(origin).hostname;

/** What a browser needs to make a passkey: verified by finger, face or PIN, of whatever make. */
export const enrolmentOptions = (at: RelyingParty, person: { handle: string; name: string; has: readonly Passkey[] }) =>
  generateRegistrationOptions({
    rpName: at.name,
    rpID: rpID(at),
    userID: new Uint8Array(Buffer.from(person.handle)),
    userName: person.name,
    attestationType: "none",
    excludeCredentials: person.has.map(({ credentialId: id, transports }) => ({
      id,
      transports,
    })),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
  });

/** The passkey just made. @throws DomainError `passkey-refused` for another challenge, origin or host, or without verification. */
export async function enrolled(at: RelyingParty, response: unknown, challenge: string): Promise<Passkey> {
  const { verified, registrationInfo } = await orRefused(() =>
    verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: at.origin,
      expectedRPID: rpID(at),
      requireUserVerification: true,
    }),
  );
  if (!verified || !registrationInfo) throw refused();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { credentialId: id, publicKey, signCount: counter, transports };
}

/** What a browser needs to sign with one of these passkeys. */
export const signingOptions = (at: RelyingParty, keys: readonly Pick<Passkey, "credentialId" | "transports">[]) =>
  generateAuthenticationOptions({
    rpID: rpID(at),
    userVerification: "required",
    allowCredentials: keys.map(({ credentialId: id, transports }) => ({ id, transports })),
  });

/**
 * How often the passkey says it has signed, once its signature over the challenge is found good. Whether that is more
 * than before is for whoever keeps the number. @throws DomainError `passkey-refused`.
 */
export async function signedWith(
  at: RelyingParty,
  key: Passkey,
  response: unknown,
  challenge: string,
): Promise<number> {
  const { verified, authenticationInfo } = await orRefused(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: at.origin,
      expectedRPID: rpID(at),
      credential: { id: key.credentialId, publicKey: key.publicKey, counter: 0 },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw refused();
  return authenticationInfo.newCounter;
}

/** The challenge a response says it answers, and the passkey it names; `undefined` where it is no response at all. */
export function saidBy(text: string): { response: unknown; credentialId: string; challenge: string } | undefined {
  try {
    const response = JSON.parse(text) as { id?: unknown; response?: { clientDataJSON?: unknown } };
    const said = JSON.parse(Buffer.from(String(response.response?.clientDataJSON), "base64url").toString("utf8"));
    const { id } = response;
    return typeof id === "string" && typeof said.challenge === "string"
      ? { response, credentialId: id, challenge: said.challenge }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The library names each reason in words; people need one, and the log has the code. */
async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused(error);
  }
}

export const refused = (cause?: unknown) =>
  new DomainError("forbidden", "passkey-refused", "The passkey's answer does not hold.", { cause });
