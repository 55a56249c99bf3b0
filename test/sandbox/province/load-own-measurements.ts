import { v5 } from "uuid";
import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { changeMeasurement } from "#app/domain/health-book/own/change-measurement.ts";
import { readMeasured } from "#app/domain/health-book/own/input.ts";
import { recordMeasurement } from "#app/domain/health-book/own/record-measurement.ts";
import { localMinute } from "#app/shared/dates.ts";
import { NAMESPACE, personIdOf, type Sandbox } from "./load.ts";

const HOUR = 3_600_000;
const PRESSURES = ["148/92", "142/88", "139/86", "141/90", "134/84", "136/82", "131/80", "133/84"] as const;
const SUGARS = ["7.8", "7.1", "8.4", "6.9"] as const;

/** What Lan writes down at home: blood pressure each week, blood sugar, her weight, which she mistyped once. */
export async function loadOwnMeasurements(sandbox: Sandbox, since: Date): Promise<void> {
  const personId = await personIdOf(sandbox, "lan");
  const ctx: Ctx<Reader> = {
    db: sandbox.portal,
    keys: sandbox.keys,
    now: () => since,
    requestId: "sandbox",
    actor: { kind: "citizen", personId, assuranceLevel: 2, authenticatedAt: since },
  };
  const before = (hours: number) => localMinute(new Date(since.getTime() - hours * HOUR));
  const meant = (name: string, version?: number) => ({
    id: v5(`own/lan/${name}`, NAMESPACE),
    bookId: personId,
    version,
  });
  const read = (fields: Record<string, string>) => {
    const one = readMeasured(fields, since);
    if ("errors" in one) throw new Error(`Lan's measurement was not read: ${JSON.stringify(one.errors)}`);
    return one.measured;
  };
  const write = async (name: string, fields: Record<string, string>) => {
    const sent = await recordMeasurement(ctx, meant(name), read(fields));
    if ("errors" in sent) throw new Error(`Lan's measurement was not taken: ${JSON.stringify(sent.errors)}`);
  };
  for (const [at, pressure] of PRESSURES.entries()) {
    const [upper = "", lower = ""] = pressure.split("/");
    const when = before(2 + (PRESSURES.length - at) * 7 * 24);
    await write(`pressure-${at}`, { kind: "blood-pressure", "figure-1": upper, "figure-2": lower, at: when });
  }
  for (const [at, sugar] of SUGARS.entries()) {
    const fields = {
      kind: "glucose",
      "figure-1": sugar,
      unit: "mmol/L",
      situation: at % 2 === 0 ? "after-meal" : "fasting",
    };
    await write(`sugar-${at}`, { ...fields, at: before(5 + (SUGARS.length - at) * 72) });
  }
  const weight = { kind: "weight", at: before(30) };
  await write("weight", { ...weight, "figure-1": "65,5" });
  await changeMeasurement(ctx, meant("weight", 1), read({ ...weight, "figure-1": "56,5" }));
}
