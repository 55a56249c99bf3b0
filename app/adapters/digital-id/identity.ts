import { DomainError } from "#app/shared/errors.ts";
import { type AssuranceLevel, assuranceLevel } from "./claims/assurance-level.ts";
import { type Claims, textAt } from "./claims/claim-at.ts";
import { type PersonClaims, personOf } from "./claims/person.ts";
import type { ProviderSettings } from "./settings.ts";

export type { AssuranceLevel } from "./claims/assurance-level.ts";

/** Who the provider says has signed in. */
export interface VerifiedIdentity extends PersonClaims {
  /** Which of the configured providers. */
  provider: string;
  issuer: string;
  /** The stable subject: `sub`, or the claim the provider's settings name. */
  subject: string;
  /** The provider's session (`sid`), for back-channel logout. */
  providerSession: string | undefined;
  name: string;
  assuranceLevel: AssuranceLevel;
  authenticatedAt: Date;
  idToken: string | undefined;
  /** Where the provider wants the browser at sign-out, if a claim says so. */
  logoutUrl: string | undefined;
}

export interface SignInAnswer {
  claims: Claims;
  idToken: string | undefined;
  authenticatedAt: Date;
  now: Date;
}

/** Reads the claims as the settings say. What is missing stays missing. @throws DomainError `claims-…`. */
export function identityFrom(answer: SignInAnswer, settings: ProviderSettings): VerifiedIdentity {
  const { claims, idToken, authenticatedAt, now } = answer;
  const subject = textAt(claims, settings.subject);
  if (!subject) throw new DomainError("invalid", "claims-subject", "The provider sent no stable subject.");
  const person = personOf(claims, settings.claims);
  const { name } = person;
  if (!name) throw new DomainError("invalid", "claims-missing", "The provider sent no name.");
  const { claim, kind } = settings.logout;
  return {
    ...person,
    name,
    provider: settings.id,
    issuer: settings.issuer,
    subject,
    providerSession: typeof claims.sid === "string" ? claims.sid : undefined,
    assuranceLevel: assuranceLevel(claims, settings.assurance, now),
    authenticatedAt,
    idToken,
    logoutUrl: kind === "claim" && claim ? textAt(claims, claim) : undefined,
  };
}
