import type { OpenapiOperation } from "./machine.ts";

const type = {
  name: "type",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "FHIR R4 resource type.",
};
const id = { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[A-Za-z0-9\\-.]{1,64}$" } };
const condition = {
  name: "identifier",
  in: "query",
  required: true,
  schema: { type: "string" },
  description: "system|value of an identifier of the resource.",
};
const header = (name: string, description: string) => ({ name, in: "header", schema: { type: "string" }, description });
const ifMatch = header("If-Match", 'The version it must have: W/"…" as an ETag gave it.');
const ifNoneExist = header(
  "If-None-Exist",
  "identifier=system|value: create only where the facility has sent none such.",
);
const prefer = header("Prefer", "return=minimal or return=OperationOutcome.");

const PARAMETERS = {
  create: [type, ifNoneExist, prefer],
  update: [type, id, ifMatch, prefer],
  "conditional-update": [type, condition, ifMatch, prefer],
  delete: [type, id, ifMatch, prefer],
  "conditional-delete": [type, condition, ifMatch, prefer],
} as const;

const requestBody = {
  required: true,
  content: { "application/fhir+json": { schema: { type: "object", description: "A FHIR R4 resource." } } },
};

const problem = (description: string) => ({ description: `${description} OperationOutcome with the exact place.` });

/** What the OpenAPI document says of a write of one resource. */
export function ofOneResource(kind: keyof typeof PARAMETERS): OpenapiOperation {
  const withdraws = kind.endsWith("delete");
  return {
    parameters: PARAMETERS[kind],
    ...(withdraws ? {} : { requestBody }),
    responses: {
      ...(withdraws
        ? { "204": { description: "Withdrawn, now or before; kept in its history. ETag names the version." } }
        : {
            "200": { description: "A new version, or everything as it was. ETag, Last-Modified, Location." },
            "201": { description: "New here. ETag, Last-Modified, Location." },
          }),
      "202": {
        description: "The bytes are kept; whose record it is waits for an operator. Location names the message.",
      },
      "400": problem("No JSON, or without its FHIR form."),
      ...(withdraws ? { "404": problem("Never sent.") } : {}),
      "409": problem("This version is already here with other content."),
      "412": problem("If-Match does not name the current version, or the condition fits several resources."),
      ...(withdraws ? {} : { "413": problem("Larger than 16 MB.") }),
      "422": problem("FHIR, but nothing that can be taken: nobody's record, or another person's."),
    },
  };
}
