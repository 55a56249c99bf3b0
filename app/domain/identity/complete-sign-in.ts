import type { DigitalId } from "#app/adapters/digital-id/digital-id.ts";
import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { matchPerson } from "#app/domain/persons/match-person.ts";
import { updateDemographics } from "#app/domain/persons/update-demographics.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { Db, Tx } from "#db/client.ts";
import { openSession } from "./internal/open-session.ts";
import { takeAttempt } from "./internal/take-attempt.ts";
import { PRIVACY_NOTICE } from "./rules.ts";

export interface SignInContext {
  db: Db;
  keys: KeyRing;
  digitalId: DigitalId;
  now: () => Date;
  requestId: string;
}

export interface CompletedSignIn {
  sessionToken: string;
  returnTo: string;
  language: string;
  noticeRead: boolean;
}

/**
 * The provider's answer becomes a session: the attempt of this very browser is taken (once), the code
 * exchanged, the person found by the verified number, never by name. @throws DomainError per failed step.
 */
export async function completeSignIn(
  ctx: SignInContext,
  input: { callback: URL; browserToken: string | undefined },
): Promise<CompletedSignIn> {
  const state = input.callback.searchParams.get("state");
  const attempt = await takeAttempt(ctx, state, input.browserToken);
  const identity = await ctx.digitalId.finish(input.callback, {
    state: state ?? "",
    nonce: attempt.nonce,
    codeVerifier: attempt.codeVerifier,
  });
  return ctx.db.transaction({}, async (tx) => {
    const person = await findPerson(tx, ctx, identity);
    const by = {
      actor: {
        kind: "citizen",
        personId: person.personId,
        assuranceLevel: identity.assuranceLevel,
        authenticatedAt: identity.authenticatedAt,
      } as const,
      requestId: ctx.requestId,
    };
    const sessionToken = await openSession(tx, ctx, person.personId, identity);
    await recordAct(tx, by, {
      act: "session.opened",
      about: { kind: "person", id: person.personId },
      detail: { level: identity.assuranceLevel },
    });
    return {
      sessionToken,
      returnTo: attempt.returnTo,
      language: attempt.language,
      noticeRead: await noticeRead(tx, person.personId),
    };
  });
}

async function noticeRead(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.sql`
    select from notice_acknowledgements
    where person_id = ${personId} and notice = ${PRIVACY_NOTICE.notice} and version = ${PRIVACY_NOTICE.version}`;
  return row !== undefined;
}

async function findPerson(
  tx: Tx,
  ctx: SignInContext,
  identity: VerifiedIdentity,
): Promise<{ personId: string; created: boolean }> {
  const numbers = [
    { kind: "personal_number" as const, system: "", value: identity.personalNumber },
    { kind: "passport" as const, system: "", value: identity.passport },
    { kind: "oidc_subject" as const, system: identity.issuer, value: identity.subject },
  ];
  const said = {
    names: [identity.name],
    birth: identity.birth,
    sex: identity.sex,
    deceasedOn: undefined,
    identifiers: numbers.flatMap(({ value, ...i }) => (value ? [{ ...i, value }] : [])),
  };
  const source = `issuer:${identity.issuer}`;
  const match = await matchPerson(tx, said, {
    keys: ctx.keys,
    assignerId: undefined,
    source,
    creatingKinds: ["personal_number", "passport"],
  });
  if ("quarantine" in match)
    throw new DomainError("forbidden", `identity-${match.quarantine}`, "The verified identity contradicts the store.");
  await updateDemographics(tx, ctx.keys, match.personId, { ...said, source });
  return match;
}
