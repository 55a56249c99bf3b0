import { enrolled, refused, saidBy } from "#app/adapters/passkeys/passkeys.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { newId } from "#app/shared/ids.ts";
import { takeChallenge } from "./internal/challenges.ts";
import type { PersonActor } from "./view.ts";

interface Enrolled {
  sessionId: string;
  response: string;
  /** Kind of browser and device, in words. */
  device: string;
  relyingParty: { origin: string; name: string };
}

/**
 * Keeps a passkey that was made for this session's challenge. Who may: somebody on duty who has just proved who they
 * are. @throws DomainError `passkey-refused`, `step-up-needed`.
 */
export async function enrolPasskey(ctx: Ctx<PersonActor>, input: Enrolled): Promise<void> {
  requireFresh(ctx, "enrol-passkey");
  const said = saidBy(input.response);
  if (!said) throw refused();
  const made = await takeChallenge(ctx.db, { challenge: said.challenge, counterId: null }, ctx.now());
  if (made !== input.sessionId) throw refused();
  const key = await enrolled(input.relyingParty, said.response, said.challenge);
  const { personId } = ctx.actor;
  const id = newId();
  await ctx.db.transaction({}, async (tx) => {
    const added = await tx.sql`
      insert into passkeys (person_id, id, credential_id, public_key, sign_count, transports, device)
      values (${personId}, ${id}, ${key.credentialId}, ${Buffer.from(key.publicKey)}, ${key.signCount}, ${key.transports}, ${input.device})
      on conflict do nothing`;
    if (added.count === 0) throw refused();
    await recordAct(tx, ctx, { act: "passkey.enrolled", about: { kind: "passkey", id } });
  });
}
