import type { Db, Tx } from "#db/client.ts";

/** A challenge that nobody has signed in two minutes is given up. */
const CHALLENGE_MINUTES = 2;

interface Challenge {
  challenge: string;
  sessionId: string;
  counterId: string | null;
}

export async function keepChallenge(
  { sql }: Pick<Db, "sql">,
  { challenge, sessionId, counterId }: Challenge,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
  await sql`insert into passkey_challenges (challenge, session_id, counter_id, expires_at) values (${challenge}, ${sessionId}, ${counterId}, ${expiresAt})`;
}

/** The session a challenge was made for, in this very browser; never a second time. */
export async function takeChallenge(
  { sql }: Pick<Db, "sql"> | Pick<Tx, "sql">,
  { challenge, counterId }: Omit<Challenge, "sessionId">,
  now: Date,
): Promise<string | undefined> {
  const [row] = await sql<{ sessionId: string }[]>`
    delete from passkey_challenges where challenge = ${challenge} and counter_id is not distinct from ${counterId}::uuid and expires_at > ${now}
    returning session_id as "sessionId"`;
  return row?.sessionId;
}
