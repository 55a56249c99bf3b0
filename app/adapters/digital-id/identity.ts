import { z } from "zod";
import { birthInterval } from "#app/shared/dates.ts";
import { DomainError } from "#app/shared/errors.ts";

export type AssuranceLevel = 0 | 1 | 2 | 3;

export interface AssuranceSettings {
  id: string;
  issuer: string;
  assurance: Readonly<Record<string, number>>;
  /** Our name of a claim → the provider's name of it. */
  claims: Readonly<Record<string, string>>;
}

/** Who the provider says has signed in. */
export interface VerifiedIdentity {
  /** Which of the configured providers. */
  provider: string;
  issuer: string;
  /** The stable subject: `sub`, or the claim the provider's settings name. */
  subject: string;
  /** The provider's session (`sid`), for back-channel logout. */
  providerSession: string | undefined;
  name: string;
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  personalNumber: string | undefined;
  passport: string | undefined;
  assuranceLevel: AssuranceLevel;
  authenticatedAt: Date;
  idToken: string | undefined;
  /** Where the provider wants the browser at sign-out, if a claim says so. */
  logoutUrl: string | undefined;
}

const NAMES = {
  name: "name",
  birthDate: "birthdate",
  gender: "gender",
  personalNumber: "personal_number",
  passport: "passport_number",
  assurance: "acr",
} as const;

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

/** Reads the claims by the configured names. What is missing stays missing; an unknown `acr` is level 0. */
export function identityFrom(
  claims: Record<string, unknown>,
  idToken: string | undefined,
  settings: AssuranceSettings,
): VerifiedIdentity {
  const claim = (ours: keyof typeof NAMES): string | undefined => {
    const value = claims[settings.claims[ours] ?? NAMES[ours]];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const name = claim("name");
  const subject = typeof claims.sub === "string" ? claims.sub : "";
  if (!name || !subject) throw new DomainError("invalid", "claims-missing", "The provider sent no name or subject.");
  const birthDate = claim("birthDate");
  const gender = claim("gender");
  const assurance = level.safeParse(settings.assurance[claim("assurance") ?? ""] ?? 0);
  return {
    provider: settings.id,
    issuer: settings.issuer,
    subject,
    providerSession: typeof claims.sid === "string" ? claims.sid : undefined,
    name: name.normalize("NFC"),
    birth: birthDate ? birthInterval(birthDate) : undefined,
    sex: gender === "male" || gender === "female" ? gender : "unknown",
    personalNumber: claim("personalNumber"),
    passport: claim("passport"),
    assuranceLevel: assurance.success ? assurance.data : 0,
    authenticatedAt: new Date(
      typeof claims.auth_time === "number" ? claims.auth_time * 1000 : Number(claims.iat ?? 0) * 1000,
    ),
    idToken,
    logoutUrl: undefined,
  };
}
