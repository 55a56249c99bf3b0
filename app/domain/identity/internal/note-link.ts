import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { Tx } from "#db/client.ts";
import { noteSignIn } from "./note-sign-in.ts";

const HELP_DESK = { device: "help-desk", network: "help-desk" };
const UNSAID = { device: "unknown", network: "unknown" };

interface LinkNote {
  personId: string;
  issuer: string;
  digitalIds: DigitalIds;
  kind: "linked" | "unlinked";
  /** Who did it: `operator`, or the person `self`. */
  code: "operator" | "self";
}

/** The line of the sign-in history that says an account was linked or unlinked without a sign-in of its own. */
export const noteLink = (tx: Pick<Tx, "sql">, { personId, issuer, digitalIds, kind, code }: LinkNote): Promise<void> =>
  noteSignIn(
    tx,
    { visitor: code === "operator" ? HELP_DESK : UNSAID },
    { personId, identity: { provider: providerOf(digitalIds, issuer), assuranceLevel: 0 }, kind, code },
  );

const providerOf = (digitalIds: DigitalIds, issuer: string): string =>
  digitalIds.all.find((one) => one.issuer === issuer)?.id ?? issuer;
