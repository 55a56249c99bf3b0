import { v5 } from "uuid";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { acknowledgeCorrection } from "#app/domain/corrections/acknowledge-correction.ts";
import { decideCorrection } from "#app/domain/corrections/decide-correction.ts";
import { escalateOverdue } from "#app/domain/corrections/escalate-overdue.ts";
import { sendCorrectionInput } from "#app/domain/corrections/input.ts";
import { sendCorrection } from "#app/domain/corrections/send-correction.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import { facilityId, NAMESPACE, personIdOf, type Sandbox } from "./load.ts";
import { type Report, reports } from "./stories/reports.ts";

const DAY = 86_400_000;

/** What people of the province have reported, and what became of it; through the verbs of the pages. */
export async function loadCorrections(sandbox: Sandbox, since: Date): Promise<void> {
  for (const report of reports) {
    const reference = await send(sandbox, report, daysBefore(since, report.daysAgo));
    for (const answer of report.answers) {
      const by = await staff(sandbox, answer.by, answer.role, daysBefore(since, answer.daysAgo));
      if (answer.outcome) await decideCorrection(by, { reference, outcome: answer.outcome, words: answer.words });
      else await acknowledgeCorrection(by, { reference });
    }
  }
  await escalateOverdue({ db: sandbox.portal, now: () => since });
}

const daysBefore = (since: Date, days: number) => new Date(since.getTime() - days * DAY);

const context = <A extends Actor>({ portal: db, keys }: Sandbox, actor: A, at: Date): Ctx<A> => ({
  db,
  keys,
  actor,
  now: () => at,
  requestId: "sandbox",
});

async function send(sandbox: Sandbox, report: Report, at: Date): Promise<string> {
  const { person, by, facilityKey, encounterId, ...rest } = report;
  const self = { personId: await personIdOf(sandbox, by ?? person), assuranceLevel: 2 as const, authenticatedAt: at };
  const represented = { scope: "act" as const, legalKind: "guardian" as const, endsAt: new Date(at.getTime() + DAY) };
  const actor = by
    ? { kind: "proxy" as const, ...self, represented: { ...represented, personId: await personIdOf(sandbox, person) } }
    : { kind: "citizen" as const, ...self };
  const facility = facilityKey && facilityId(facilityKey);
  const sent = await sendCorrection(
    context(sandbox, actor, at),
    sendCorrectionInput.parse({
      ...rest,
      idempotencyKey: v5(`correction/${person}/${report.words}`, NAMESPACE),
      facilityId: facility,
      entryId: facility && encounterId && entryIdOf(facility, "Encounter", encounterId),
    }),
  );
  if ("errors" in sent) throw new Error(`The report of ${person} was not taken: ${JSON.stringify(sent.errors)}`);
  return sent.reference;
}

async function staff(sandbox: Sandbox, key: string, role: Report["answers"][number]["role"], at: Date) {
  const personId = await personIdOf(sandbox, key);
  const [row] = await sandbox.portal.sql<{ facilityId: string }[]>`
    select facility_id as "facilityId" from staff_roles where person_id = ${personId} and role = ${role}`;
  return context(sandbox, { kind: role, personId, facilityId: row?.facilityId ?? "", assuranceLevel: 2 as const }, at);
}
