import type { VerifiedIdentity } from "#app/adapters/digital-id/identity.ts";
import { newId } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { SignInContext } from "../complete-sign-in.ts";

/** What a line of the sign-in history says; `code` is why something was refused or ended. */
export interface SignInNote {
  personId: string;
  identity: Pick<VerifiedIdentity, "provider" | "assuranceLevel">;
  kind:
    | "opened"
    | "step-up"
    | "refused"
    | "switched"
    | "signed-out"
    | "ended"
    | "locked"
    | "unlocked"
    | "linked"
    | "unlinked";
  code?: string;
  sessionId?: string;
}

/** Writes the line that the person reads to see whether it was them. */
export async function noteSignIn(
  tx: Pick<Tx, "sql">,
  { visitor }: Pick<SignInContext, "visitor">,
  { personId, identity, kind, code, sessionId }: SignInNote,
): Promise<void> {
  await tx.sql`
    insert into sign_in_history (person_id, id, kind, code, provider, assurance_level, device, network, session_id)
    values (${personId}, ${newId()}, ${kind}, ${code ?? null}, ${identity.provider}, ${identity.assuranceLevel},
      ${visitor.device}, ${visitor.network}, ${sessionId ?? null})`;
}
