import type { Persona } from "../../province/personas.ts";
import type { Paths } from "../paths.ts";

export const profileNames = ["plain", "national-portal", "vneid", "esignet", "fapi"] as const;
export type ProfileName = (typeof profileNames)[number];

/** One sign-in, as far as claims may tell of it. */
export interface SignedIn {
  /** The server's own address. */
  origin: string;
  persona: Persona;
  /** False while a fault keeps the personal number back. */
  withNumber: boolean;
}

/** One kind of national digital ID, acted by this sandbox below an issuer of its own. */
export interface Profile {
  name: ProfileName;
  /** Below the server's address; empty for the plain one. */
  path: string;
  /** What it is like, and how it differs from the plain one, for the front page. */
  title: { vi: string; en: string };
  differs: { vi: string; en: string };
  paths: Paths;
  /** Signs ID tokens, userinfo and logout tokens. */
  alg: "ES256" | "RS256";
  /** Its names of levels 1, 2 and 3 in `acr`. */
  levels: readonly [string, string, string];
  subject(persona: Persona): string;
  /** Everything it knows, by its own names; scopes and `claims` say what leaves. */
  claims(signedIn: SignedIn): Record<string, unknown>;
  /** Members of oidc-provider's configuration and of the client's registration that differ from the plain one. */
  protocol: object;
  features: object;
  client(portalOrigin: string): object;
  /** The shape answers leave in. */
  idToken: "JWS" | "JWE";
  userinfo: "JSON" | "JWE";
  /** Sends browsers on to another host for the sign-in itself. */
  signsInElsewhere?: true;
  /** Answers without `iss` (RFC 9207), as older products do. */
  withoutIss?: true;
}
