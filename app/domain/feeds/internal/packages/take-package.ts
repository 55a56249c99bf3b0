import crypto from "node:crypto";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { type IdOf, type MappedPackage, mapPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { CasePackage, PackageIssue, TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { PACKAGE_ID } from "#app/adapters/record-store/qd3176/source-id.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { PackageOutcome } from "../../package-outcome.ts";
import type { FeedContext, MessageAnswer } from "../../receive-message.ts";
import { arrivalOf, noted } from "../arrival.ts";
import type { DeliveryContext } from "../delivery.ts";
import { hiderOf } from "../hider.ts";
import { endMessage, keepBody, type Message } from "../message-row.ts";
import { needlesOf } from "../needles.ts";
import { type EntryOutcome, taken, wrote } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import { quarantine } from "../quarantine.ts";
import { storeEntries } from "../store-entries.ts";
import { whosePerson } from "../whose-person.ts";
import { takeNewborns } from "./newborns.ts";
import { packageOutcome } from "./package-answer.ts";
import { claimPackage } from "./package-row.ts";
import { orderOf } from "./package-time.ts";
import { peopleIn } from "./people-in.ts";
import { planPackage } from "./plan-package.ts";
import { liveRows, reallyMissing, withdrawRows } from "./replace-rows.ts";

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
  await keepBody(tx, ctx.keys, message);
  const end = endOf(pkg, packageOutcome(pkg, mapped, stored.outcomes, stored.withdrawn), stored);
  const items = plan.entries.map((e) => e.item);
  const arrival = arrivalOf(message, { state: end.state, outcomes: stored.outcomes, items });
  const codes = pkg.issues.flatMap((i) => (i.severity === "error" ? [i.code] : []));
  return noted(tx, endMessage(tx, message, end), { ...arrival, codes });
}

interface Case {
  pkg: CasePackage;
  mapped: MappedPackage;
  plan: Plan;
  personId: string;
  said: Parameters<typeof needlesOf>[3];
}

interface Stored {
  outcomes: EntryOutcome[];
  withdrawn: number;
}

async function replaceCase(tx: Tx, ctx: FeedContext, message: Message, of: Case): Promise<Stored> {
  const { pkg, mapped, plan, personId } = of;
  const { facilityId } = message;
  const visit = plan.entries.find((e) => e.type === "Encounter");
  const caseId = entryIdOf(facilityId, "Encounter", visit?.sourceId ?? "");
  const claimed = await claimPackage(
    tx,
    {
      facilityId,
      caseKey: visit?.sourceId ?? "",
      personId,
      caseId,
      messageId: message.id,
      receivedAt: message.receivedAt,
    },
    {
      kind: mapped.kind,
      at: orderOf(pkg, mapped.kind, message.receivedAt),
      receivedAt: message.receivedAt,
    },
  );
  const rows = { facilityId, personId, caseId };
  const before = claimed.earlier ? await liveRows(tx, { ...rows, personId: claimed.earlier.personId }) : [];
  const delivery: DeliveryContext = {
    keys: ctx.keys,
    facilityId,
    messageId: message.id,
    digest: message.digest,
    receivedAt: message.receivedAt,
    timestamp: claimed.at.toISOString(),
    allOrNothing: false,
    labels: labelsOfCase(pkg, mapped),
    again: message.reread ?? false,
  };
  const hide = hiderOf(await needlesOf(tx, ctx.keys, personId, of.said, peopleIn(pkg)));
  const outcomes = await storeEntries(tx, delivery, personId, plan.entries, hide);
  if (!claimed.earlier) return { outcomes, withdrawn: 0 };
  const moved = !(await sameCluster(tx, personId, claimed.earlier.personId));
  const here = new Set(plan.entries.map((e) => entryIdOf(facilityId, e.type, e.sourceId)));
  const how = { at: message.receivedAt };
  if (claimed.newest) {
    const missing = before.filter((id) => !here.has(id));
    const old = { ...rows, personId: claimed.earlier.personId };
    const gone = moved ? missing : await reallyMissing(tx, old, missing, refusedTables(pkg));
    return { outcomes, withdrawn: await withdrawRows(tx, old, gone, { ...how, reason: moved ? "moved" : "replaced" }) };
  }
  // It came late: what only it holds was replaced before it was known.
  mapped.issues.push(OLDER);
  const live = new Set(before);
  const late = (await liveRows(tx, rows)).filter((id) => !live.has(id));
  return { outcomes, withdrawn: await withdrawRows(tx, rows, late, { ...how, reason: moved ? "moved" : "replaced" }) };
}

/** A table about HIV says so by being there, also where none of its rows could be read. */
function labelsOfCase({ counts }: CasePackage, { labels }: MappedPackage): readonly string[] {
  const ofHiv = (counts.XML6?.rows ?? 0) > 0 || (counts.XML15?.refused ?? 0) > 0;
  return ofHiv ? [...new Set([...labels, "hiv"])] : labels;
}

const OLDER: PackageIssue = {
  severity: "information",
  code: "older-package",
  field: "NGAYLAP",
  vi: "Đã có gói mới hơn của cùng hồ sơ này (theo NGAYLAP); gói này được lưu lại, sổ vẫn hiện theo gói mới hơn.",
  en: "A newer package of this case is already here (by NGAYLAP); this one is kept, and the newer one goes on to hold.",
};

const refusedTables = (pkg: CasePackage): TableName[] =>
  (Object.entries(pkg.counts) as [TableName, { refused: number }][]).flatMap(([table, { refused }]) =>
    refused > 0 ? [table] : [],
  );

async function sameCluster(tx: Tx, a: string, b: string): Promise<boolean> {
  if (a === b) return true;
  const [row] = await tx.sql<{ same: boolean }[]>`
    select count(distinct coalesce(merged_into, id)) = 1 as same from persons where id in (${a}, ${b})`;
  return row?.same ?? false;
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
