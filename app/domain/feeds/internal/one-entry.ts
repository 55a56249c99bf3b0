import type { Issue } from "#app/adapters/record-store/fhir-r4/issues.ts";
import type { Interaction, MessageAnswer } from "../receive-message.ts";
import type { BundleResponse } from "./answer.ts";

type Json = Record<string, unknown>;

/** What a write of one resource says amiss before it is looked into: its type and id are those of the address. */
export function addressIssues(body: unknown, { method, url }: Interaction): Issue[] {
  const { resourceType, id } = (body ?? {}) as { resourceType?: unknown; id?: unknown };
  const [type, wanted] = (url.split("?")[0] ?? "").split("/");
  if (resourceType !== type)
    return [refused("url-type", "The resource's type is not the one of the address.", "resourceType")];
  if (method === "PUT" && wanted !== undefined && id !== wanted)
    return [refused("url-id", "The resource's id is missing or not the one of the address.", `${type}.id`)];
  return [];
}

const refused = (code: string, diagnostics: string, expression: string): Issue => ({
  severity: "error",
  type: "value",
  code,
  diagnostics,
  expression,
});

/**
 * The transaction of one entry that such a write is. Its bytes hold the resource's own, digits and all, so that
 * it can be taken again from what is kept, like any delivery.
 */
export function asTransaction(
  interaction: Interaction,
  resource: { text: string; json: unknown } | undefined,
): { bytes: Uint8Array; body: Json } {
  const { method, url, ifMatch, ifNoneExist } = interaction;
  const request = { method, url, ...(ifMatch ? { ifMatch } : {}), ...(ifNoneExist ? { ifNoneExist } : {}) };
  const own = resource ? `,"resource":${resource.text}` : "";
  const text = `{"resourceType":"Bundle","type":"transaction","entry":[{"request":${JSON.stringify(request)}${own}}]}`;
  const entry = { request, ...(resource ? { resource: resource.json } : {}) };
  return {
    bytes: new TextEncoder().encode(text),
    body: { resourceType: "Bundle", type: "transaction", entry: [entry] },
  };
}

interface Outcome {
  resourceType: "OperationOutcome";
  issue: { severity: string; code: string; diagnostics: string; expression?: string[] }[];
}

/** The answer to one resource's write: its own status and headers, and places that begin at the resource (R4 http.html). */
export function singleAnswer(answer: MessageAnswer, { url }: Interaction): MessageAnswer {
  const type = url.split(/[/?]/)[0] ?? "";
  const body = answer.body as BundleResponse | Outcome;
  if (body.resourceType === "OperationOutcome") return { ...answer, body: fromResource(body, type) };
  const { status = "", location, etag, lastModified, outcome } = body.entry[0]?.response ?? {};
  return {
    ...answer,
    status: Number(status.slice(0, 3)),
    version: { location, etag, lastModified },
    body: fromResource((outcome as Outcome | undefined) ?? ALL_WELL, type),
  };
}

const ALL_WELL: Outcome = {
  resourceType: "OperationOutcome",
  issue: [{ severity: "information", code: "informational", diagnostics: "Taken as it is." }],
};

const fromResource = (outcome: Outcome, type: string): Outcome => ({
  ...outcome,
  issue: outcome.issue.map((issue) =>
    issue.expression
      ? { ...issue, expression: issue.expression.map((e) => e.replace(/^Bundle\.entry\[0\](?:\.resource)?/, type)) }
      : issue,
  ),
});
