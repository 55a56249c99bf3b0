import { writeOne } from "#app/http/fhir-write.ts";
import { ofOneResource } from "#app/http/fhir-write-openapi.ts";
import type { MachineHandler } from "#app/http/machine.ts";

/** POST /fhir/:type. */
export const handle: MachineHandler = (request, ctx) => writeOne(request, ctx, "POST");

export const openapi = ofOneResource("create");
