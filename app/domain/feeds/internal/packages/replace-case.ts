import type { MappedPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { CasePackage, PackageIssue, TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { clusterOf } from "#app/domain/persons/cluster.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { Tx } from "#db/client.ts";
import type { FeedContext } from "../../receive-message.ts";
import { formerMates } from "../cluster-deliveries.ts";
import type { DeliveryContext } from "../delivery.ts";
import { hiderOf } from "../hider.ts";
import type { Message } from "../message-row.ts";
import { needlesOf } from "../needles.ts";
import type { EntryOutcome } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import { storeEntries } from "../store-entries.ts";
import { claimPackage } from "./package-row.ts";
import { orderOf } from "./package-time.ts";
import { peopleIn } from "./people-in.ts";
import { liveRows, reallyMissing, takeAway, withdrawRows } from "./replace-rows.ts";

interface Case {
  pkg: CasePackage;
  mapped: MappedPackage;
  plan: Plan;
  personId: string;
  said: Parameters<typeof needlesOf>[3];
}

export interface Stored {
  outcomes: EntryOutcome[];
  withdrawn: number;
}

/** Puts a package's rows where its case stands among its packages, and takes away what the newest of them lacks. */
export async function replaceCase(tx: Tx, ctx: FeedContext, message: Message, of: Case): Promise<Stored> {
  const { pkg, mapped, plan, personId } = of;
  const { facilityId, receivedAt } = message;
  const caseKey = plan.entries.find((e) => e.type === "Encounter")?.sourceId ?? "";
  const rows = { facilityId, personId, caseId: entryIdOf(facilityId, "Encounter", caseKey) };
  const [claimed, needles] = await Promise.all([
    claimPackage(
      tx,
      { ...rows, caseKey, messageId: message.id, receivedAt },
      { kind: mapped.kind, at: orderOf(pkg, mapped.kind, receivedAt), receivedAt },
    ),
    needlesOf(tx, ctx.keys, personId, of.said, peopleIn(pkg)),
  ]);
  const { earlier } = claimed;
  const before = earlier ? await liveRows(tx, { ...rows, personId: earlier.personId }) : [];
  const delivery: DeliveryContext = {
    keys: ctx.keys,
    facilityId,
    messageId: message.id,
    digest: message.digest,
    receivedAt,
    timestamp: claimed.at.toISOString(),
    allOrNothing: false,
    labels: labelsOfCase(pkg, mapped),
  };
  const outcomes = await storeEntries(tx, delivery, personId, plan.entries, hiderOf(needles));
  if (!earlier) return { outcomes, withdrawn: 0 };
  const cluster = await clusterOf(tx, personId);
  const moved = !cluster.includes(earlier.personId);
  if (!claimed.newest) {
    // It came late: what only it holds was replaced before it was known.
    mapped.issues.push(OLDER);
    if (moved) return { outcomes, withdrawn: await takeAway(tx, rows, cluster, receivedAt) };
    const live = new Set(before);
    const late = (await liveRows(tx, rows)).filter((id) => !live.has(id));
    return { outcomes, withdrawn: await withdrawRows(tx, rows, late, receivedAt) };
  }
  // Of whom the newest does not speak, the case never was: of whom it spoke before, and who was one with them.
  const others = [
    ...(moved ? await clusterOf(tx, earlier.personId) : []),
    ...(message.reread ? await formerMates(tx, message, cluster) : []),
  ];
  const taken = others.length > 0 ? await takeAway(tx, rows, others, receivedAt) : 0;
  if (moved) return { outcomes, withdrawn: taken };
  const here = new Set(plan.entries.map((e) => entryIdOf(facilityId, e.type, e.sourceId)));
  const missing = before.filter((id) => !here.has(id));
  const gone = await reallyMissing(tx, rows, missing, refusedTables(pkg));
  return { outcomes, withdrawn: taken + (await withdrawRows(tx, rows, gone, receivedAt)) };
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
