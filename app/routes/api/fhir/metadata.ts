import { isDirectoryType, writableTypes } from "#app/domain/feeds/directory-types.ts";
import type { MachineHandler } from "#app/http/machine.ts";
import { fhir } from "#app/http/respond.ts";

/** GET /fhir/metadata: what this server really offers (R4 CapabilityStatement). */
export const handle: MachineHandler = async (_request, ctx) => {
  const origin = ctx.config.publicOrigin;
  return fhir({
    resourceType: "CapabilityStatement",
    status: "active",
    date: "2026-11-22",
    kind: "instance",
    implementation: { description: "Sổ Khỏe", url: `${origin}/fhir` },
    software: { name: "so-khoe" },
    fhirVersion: "4.0.1",
    format: ["application/fhir+json", "application/fhir+ndjson"],
    rest: [
      {
        mode: "server",
        security: {
          service: [
            {
              coding: [
                { system: "http://terminology.hl7.org/CodeSystem/restful-security-service", code: "SMART-on-FHIR" },
              ],
            },
          ],
          description: "SMART Backend Services: client_credentials with private_key_jwt, scope system/*.cud.",
        },
        resource: writableTypes.map((type) => ({
          type,
          interaction: [{ code: "create" }, { code: "update" }, ...(isDirectoryType(type) ? [] : [{ code: "delete" }])],
          versioning: "versioned-update",
          updateCreate: true,
          conditionalCreate: true,
          conditionalUpdate: true,
          conditionalDelete: isDirectoryType(type) ? "not-supported" : "single",
        })),
        interaction: [{ code: "transaction" }, { code: "batch" }],
      },
    ],
  });
};

export const openapi = { responses: { "200": { description: "FHIR R4 CapabilityStatement." } } };
