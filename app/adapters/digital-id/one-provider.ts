import type { Profile } from "./profiles/profile.ts";
import { type ProfileName, profiles } from "./profiles.ts";

/** The short way: one provider by variables of the environment, for those that differ from a profile in little. */
export interface ProviderVariables {
  OIDC_PROFILE: ProfileName;
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_ID_TOKEN_ALG?: string | undefined;
  OIDC_SCOPE?: string | undefined;
  OIDC_ASSURANCE?: Readonly<Record<string, number>> | undefined;
  OIDC_CLAIMS?: Readonly<Record<string, string>> | undefined;
}

/** The variables that neither the environment nor the profile gives. */
export function missingVariables(v: ProviderVariables): string[] {
  const profile: Profile = profiles[v.OIDC_PROFILE];
  const missing: [keyof ProviderVariables, boolean][] = [
    ["OIDC_ISSUER", !v.OIDC_ISSUER && !profile.issuer],
    ["OIDC_CLIENT_ID", !v.OIDC_CLIENT_ID],
    ["OIDC_CLIENT_SECRET", !v.OIDC_CLIENT_SECRET && profile.clientAuthentication !== "private_key_jwt"],
    ["OIDC_ASSURANCE", !v.OIDC_ASSURANCE && !profile.assurance],
  ];
  return missing.flatMap(([name, is]) => (is ? [name] : []));
}

/** The same as an entry of a providers file. `OIDC_CLAIMS` names claims: name, birthDate, gender, personalNumber, passport, assurance. */
export function entryOfVariables(v: ProviderVariables): Record<string, unknown> {
  const { assurance: assuranceClaim = "acr", gender, ...claims } = v.OIDC_CLAIMS ?? {};
  const said = {
    id: "default",
    profile: v.OIDC_PROFILE,
    issuer: v.OIDC_ISSUER,
    clientId: v.OIDC_CLIENT_ID,
    clientSecret: v.OIDC_CLIENT_SECRET,
    scope: v.OIDC_SCOPE,
    idToken: v.OIDC_ID_TOKEN_ALG === undefined ? undefined : { algs: [v.OIDC_ID_TOKEN_ALG] },
    assurance: v.OIDC_ASSURANCE && rules(v.OIDC_ASSURANCE, assuranceClaim),
    claims: v.OIDC_CLAIMS && { ...claims, ...(gender === undefined ? {} : { sex: gender }) },
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const rules = (levels: Readonly<Record<string, number>>, claim: string) =>
  Object.entries(levels).flatMap(([value, level]) => (level === 0 ? [] : [{ level, when: { [claim]: value } }]));
