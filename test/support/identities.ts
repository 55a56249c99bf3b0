import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { retried } from "#app/domain/identity/internal/retried.ts";
import { type WhoSignedIn, whoSignedIn } from "#app/domain/identity/internal/who-signed-in.ts";
import { birthInterval } from "#app/shared/dates.ts";
import type { Db } from "#db/client.ts";

let subjects = 0;

/** Nguyễn Thị Lan, as a digital ID says who has signed in; each time another account. */
export const identityOf = (
  personalNumber: string | undefined,
  changes: Partial<VerifiedIdentity> = {},
): VerifiedIdentity => ({
  provider: "national",
  issuer: "https://id.example",
  providerSession: undefined,
  subject: `s-${subjects++}`,
  name: "Nguyễn Thị Lan",
  birth: birthInterval("1961-03-12"),
  sex: "female",
  personalNumber,
  passport: undefined,
  assuranceLevel: 2,
  authenticatedAt: new Date(),
  idToken: undefined,
  logoutUrl: undefined,
  ...changes,
});

/** Finds, links or makes the person as a sign-in does, in a transaction of its own. */
export const signInAs = (store: { portal: Db; keys: KeyRing }, identity: VerifiedIdentity): Promise<WhoSignedIn> =>
  retried(() => store.portal.transaction({}, (tx) => whoSignedIn(tx, store.keys, identity)));

/** Whom it came to; a refusal is a failed test. */
export function personIn(who: WhoSignedIn): string {
  if (!("personId" in who)) throw new Error(`Nobody is in: ${JSON.stringify(who)}`);
  return who.personId;
}
