import type { JWK } from "jose";
import type { AssuranceLevel, VerifiedIdentity } from "./identity.ts";

/** Secrets of one sign-in, kept by us until its answer comes. */
export interface AuthorizationChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface AuthorizationRequest {
  checks: AuthorizationChecks;
  /** BCP 47, for `ui_locales`. */
  language: string;
  /** Level to ask for where the provider takes wishes (`acr_values`, `vtr`, `claims`); the answer is checked all the same. */
  level?: AssuranceLevel | undefined;
  /** Authentication no older than this (`max_age`). */
  maxAgeSeconds?: number | undefined;
}

export interface AuthorizationStart {
  /** Where to send the browser. */
  url: URL;
  /** Private DPoP key (RFC 9449) the code is bound to; `finish` needs it again. */
  proofKey?: JWK | undefined;
}

export interface AuthorizationAnswer extends AuthorizationChecks {
  maxAgeSeconds?: number | undefined;
  proofKey?: JWK | undefined;
}

export interface EndSession {
  idToken?: string | undefined;
  /** What a claim of the sign-in said, where the provider works so. */
  logoutUrl?: string | undefined;
}

/** A verified back-channel logout token (OpenID Connect Back-Channel Logout 1.0 §2.4). */
export interface LogoutNotice {
  subject: string | undefined;
  session: string | undefined;
  /** Used once: who remembers it is the caller. */
  jti: string;
  expiresAt: Date;
}

/** One national digital ID, as an OpenID Connect provider. */
export interface DigitalId {
  id: string;
  issuer: string;
  label: { vi: string; en: string };
  /** The path it sends browsers back to; an answer that comes by another is not its own. */
  redirectPath: string;
  /** The highest level its settings know a name of: what is above cannot be proved with it. */
  highestLevel: AssuranceLevel;
  /** Starts a code flow. @throws DomainError `provider-unavailable`, `provider-refused`. */
  authorize(request: AuthorizationRequest): Promise<AuthorizationStart>;
  /** Exchanges the code. @throws DomainError with a specific code; see `errors.ts`. */
  finish(callback: URL, answer: AuthorizationAnswer): Promise<VerifiedIdentity>;
  /** Where to end the provider's session too; `undefined` when it offers no such address, or is not known yet. */
  endSessionUrl(session: EndSession): Promise<URL | undefined>;
  /** @throws DomainError `logout-token-…` */
  readLogoutToken(token: string): Promise<LogoutNotice>;
}

/** All that are switched on; the first is the one offered first. */
export interface DigitalIds {
  all: readonly DigitalId[];
  find(id: string | undefined): DigitalId | undefined;
}
