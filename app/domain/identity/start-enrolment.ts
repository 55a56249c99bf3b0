import { enrolmentOptions } from "#app/adapters/passkeys/passkeys.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { keepChallenge } from "./internal/challenges.ts";
import { passkeysOf } from "./internal/passkeys-of.ts";
import type { PersonActor } from "./view.ts";

interface Enrolling {
  sessionId: string;
  displayName: string;
  relyingParty: { origin: string; name: string };
}

/** What the browser needs to make a passkey. Who may: somebody on duty who has just proved who they are. @throws `step-up-needed`. */
export async function startEnrolment(ctx: Ctx<PersonActor>, { sessionId, displayName, relyingParty }: Enrolling) {
  requireFresh(ctx, "enrol-passkey");
  const { personId } = ctx.actor;
  const options = await enrolmentOptions(relyingParty, {
    handle: personId,
    name: displayName,
    has: await passkeysOf(ctx.db, personId),
  });
  await keepChallenge(ctx.db, { challenge: options.challenge, sessionId, counterId: null }, ctx.now());
  return options;
}
