import { writeOne } from "#app/http/fhir-write.ts";
import { ofOneResource } from "#app/http/fhir-write-openapi.ts";
import type { MachineHandler } from "#app/http/machine.ts";

/** DELETE /fhir/:type/:id. */
export const handle: MachineHandler = (request, ctx) => writeOne(request, ctx, "DELETE");

export const openapi = ofOneResource("delete");
