import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type IdOf, mapPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { CasePackage } from "#app/adapters/record-store/qd3176/package.ts";
import { PACKAGE_ID } from "#app/adapters/record-store/qd3176/source-id.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../../package-outcome.ts";
import type { FeedContext, MessageAnswer } from "../../receive-message.ts";
import { arrivalOf, noted } from "../arrival.ts";
import { endMessage, keepBody, type Message } from "../message-row.ts";
import { taken, wrote } from "../outcome.ts";
import { quarantine } from "../quarantine.ts";
import { whosePerson } from "../whose-person.ts";
import { takeNewborns } from "./newborns.ts";
import { packageOutcome } from "./package-answer.ts";
import { planPackage } from "./plan-package.ts";
import { replaceCase, type Stored } from "./replace-case.ts";

/**
 * Takes one package: whose it is, where it stands among those of its case, its rows into the store, and what
 * a newer one lacks withdrawn. All in the caller's transaction.
 */
export async function takePackage(
  tx: Tx,
  ctx: FeedContext,
  message: Message,
  pkg: CasePackage,
): Promise<MessageAnswer> {
  const mapped = mapPackage(pkg, idsOf(ctx.keys, pkg.maCskcb));
  const plan = planPackage(mapped, ctx.keys);
  const whose = await whosePerson(tx, ctx.keys, message, plan);
  if ("quarantine" in whose) return quarantine(tx, ctx, message, whose, packageOutcome(pkg, mapped, []));
  mapped.issues.push(...(await takeNewborns(tx, ctx.keys, message, pkg, whose.said.identity)));
  const stored = await replaceCase(tx, ctx, message, { pkg, mapped, plan, personId: whose.personId, said: whose.said });
  const end = endOf(pkg, packageOutcome(pkg, mapped, stored.outcomes, stored.withdrawn), stored);
  const items = plan.entries.map((e) => e.item);
  const arrival = arrivalOf(message, { state: end.state, outcomes: stored.outcomes, items });
  const codes = pkg.issues.flatMap((i) => (i.severity === "error" ? [i.code] : []));
  const kept = keepBody(tx, ctx.keys, message);
  return noted(tx, endMessage(tx, message, end), { ...arrival, codes }, kept);
}

function endOf(pkg: CasePackage, outcome: PackageOutcome, stored: Stored) {
  const refused = Object.values(pkg.counts).reduce((n, c) => n + c.refused, 0);
  return {
    state: refused > 0 ? ("partly_accepted" as const) : ("accepted" as const),
    reason: null,
    outcome: { kind: "package" as const, issues: [], entries: [], status: 200, package: outcome },
    accepted: stored.outcomes.filter(wrote).length,
    unchanged: stored.outcomes.filter((o) => taken(o) && !wrote(o)).length,
    rejected: refused,
    warnings: pkg.issues.filter((i) => i.severity === "warning").length,
  };
}

/**
 * Names for what a package tells, of the sender's code and parts that begin with a kind and the case's number: hashed with our key, for
 * hospitals build such numbers from people's numbers. The same row has the same name in every package.
 */
export function idsOf(keys: KeyRing, maCskcb: string): IdOf {
  const [oldest] = [...keys.personHash.keys.keys()].sort();
  const key = keys.personHash.keys.get(oldest ?? "") ?? Buffer.alloc(0);
  return (...parts) => {
    const hash = crypto
      .createHmac("sha256", key)
      .update(JSON.stringify([maCskcb, ...parts]))
      .digest("hex");
    return `${PACKAGE_ID}${hash.slice(0, 40)}`;
  };
}
