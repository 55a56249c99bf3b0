import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";

/** GET /ops/healthz: the process answers. */
export const handle: MachineHandler = async () => json({ status: "ok" });

export const openapi = { responses: { "200": { description: "The process answers." } } };
