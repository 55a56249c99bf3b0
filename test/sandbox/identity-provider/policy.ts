import { asksForStrong, canBeStrong, type Levels } from "./assurance.ts";
import type { Directory } from "./directory.ts";
import type { Interaction, OidcContext, OidcLibrary, Policy } from "./library.ts";

const strongAuthentication = "strong_authentication";
const freshnessReasons: readonly string[] = ["max_age", strongAuthentication];

/** When to ask for something: oidc-provider's own rules for signing in, plus level 3; never for consent. */
export function signInPolicy({ interactionPolicy }: OidcLibrary, directory: Directory, levels: Levels): Policy {
  const { base, Check } = interactionPolicy;
  const policy = base();
  policy.remove("consent");
  const check = new Check(strongAuthentication, "fresh strong authentication is needed", "login_required", (ctx) =>
    needsStrong(ctx, directory, levels),
  );
  policy.get("login")?.checks.add(check);
  return policy;
}

/** Level 3 is proven anew each time it is asked for, unless the person cannot reach it at all. */
function needsStrong({ oidc }: OidcContext, directory: Directory, levels: Levels): boolean {
  const persona = directory.bySubject(oidc.session.accountId ?? "");
  if (!persona || !asksForStrong(levels, oidc.params.acr_values)) return false;
  return canBeStrong(persona) && oidc.result?.login === undefined;
}

/** Is it known who is there, and only the proof too old? Then the second step alone is enough. */
export function onlyNeedsFreshProof(interaction: Interaction): boolean {
  const { reasons } = interaction.prompt;
  return interaction.session !== undefined && reasons.every((reason) => freshnessReasons.includes(reason));
}
