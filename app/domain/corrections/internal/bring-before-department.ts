import type { PendingQuery, Row } from "postgres";
import type { Tx } from "#db/client.ts";
import { transitions } from "../rules.ts";
import { deadlines } from "../terms.ts";

export interface Brought {
  reference: string;
  personId: string;
  correctionId: string;
}

/** The health department must answer now, with a term of its own. Nothing happens where the report is not at that point. */
export async function bringBeforeDepartment(
  tx: Pick<Tx, "sql">,
  by: { departmentId: string; now: Date; reference: string },
  where: PendingQuery<Row[]>,
): Promise<Brought | undefined> {
  const { acknowledgeBy: _, decideBy } = deadlines(by.now, true);
  const [brought] = await tx.sql<Brought[]>`
    update correction_inbox i
    set state = 'escalated', facility_id = ${by.departmentId}, escalated_at = ${by.now}, decide_by = ${decideBy}, decided_at = null
    where i.reference = ${by.reference} and i.state = any(${[...transitions.escalate.from]}) and i.escalated_at is null
      and i.about_facility_id is not null and ${where}
    returning i.reference, i.person_id as "personId", i.correction_id as "correctionId"`;
  return brought;
}
