import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { violated } from "#db/client.ts";
import type { MachineInput } from "./input.ts";

type Operator = Extract<Actor, { kind: "operator" }>;

/** Registers a machine that AI helps, from a day on. Who may: operators. The same form twice registers one. */
export async function registerMachine(
  ctx: Ctx<Operator>,
  facilityId: string,
  input: MachineInput,
): Promise<{ id: string } | { errors: FormErrors }> {
  const { machineCode, machineName, machineSince, registration, machineBasis } = input;
  try {
    return await ctx.db.transaction({}, async (tx) => {
      const added = await tx.sql`
        insert into ai_machines (facility_id, machine_code, since, name, registration, legal_basis)
        values (${facilityId}, ${machineCode}, ${machineSince}, ${machineName}, ${registration}, ${machineBasis})
        on conflict (facility_id, machine_code, since) do nothing`;
      if (added.count === 1)
        await recordAct(tx, ctx, { act: "machine.registered", about: { kind: "facility", id: facilityId } });
      return { id: machineCode };
    });
  } catch (error) {
    if (violated(error) === "ai_machines_now") return { errors: { machineCode: ["code-taken"] } };
    throw error;
  }
}

/** The day from which a machine is helped by AI no more. Who may: operators. Results of before keep their label. */
export async function endMachine(
  ctx: Ctx<Operator>,
  facilityId: string,
  input: { machineCode: string; machineSince: string; machineUntil: string },
): Promise<boolean> {
  return ctx.db.transaction({}, async (tx) => {
    const ended = await tx.sql`
      update ai_machines set until = ${input.machineUntil}
      where facility_id = ${facilityId} and machine_code = ${input.machineCode} and since = ${input.machineSince} and until is null
        and since < ${input.machineUntil}`;
    if (ended.count === 1)
      await recordAct(tx, ctx, { act: "machine.ended", about: { kind: "facility", id: facilityId } });
    return ended.count === 1;
  });
}
