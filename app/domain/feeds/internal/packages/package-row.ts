import type { Tx } from "#db/client.ts";
import { decidePackage, type IncomingPackage, type PackageDecision } from "../../package-rules.ts";

/** The case as it was told before this package. */
export interface EarlierPackage {
  personId: string;
}

export interface PackageRow {
  facilityId: string;
  caseKey: string;
  personId: string;
  caseId: string;
  messageId: string;
  receivedAt: Date;
}

/**
 * Claims the case's row, so that packages of one case come one after the other, and says where this one
 * stands among them. The newest becomes what the row tells.
 */
export async function claimPackage(
  tx: Tx,
  row: PackageRow,
  incoming: IncomingPackage,
): Promise<PackageDecision & { earlier: EarlierPackage | undefined }> {
  const taken = await tx.sql<{ id: string }[]>`
    insert into packages (facility_id, case_key, person_id, case_id, kind, prepared_at, message_id, received_at, first_received_at)
    values (${row.facilityId}, ${row.caseKey}, ${row.personId}, ${row.caseId}, ${incoming.kind}, ${incoming.at}, ${row.messageId}, ${row.receivedAt}, ${row.receivedAt})
    on conflict do nothing returning case_id as id`;
  if (taken.length > 0) return { newest: true, at: incoming.at, earlier: undefined };
  const [known] = await tx.sql<(EarlierPackage & { kind: "check-in" | "visit"; at: Date; receivedAt: Date })[]>`
    select person_id as "personId", kind, prepared_at as at, received_at as "receivedAt" from packages
    where facility_id = ${row.facilityId} and case_key = ${row.caseKey} for update`;
  const decision = decidePackage(known, incoming);
  if (decision.newest)
    await tx.sql`
      update packages set person_id = ${row.personId}, case_id = ${row.caseId}, kind = ${incoming.kind}, prepared_at = ${decision.at},
        message_id = ${row.messageId}, received_at = ${row.receivedAt}
      where facility_id = ${row.facilityId} and case_key = ${row.caseKey}`;
  return { ...decision, earlier: known };
}
