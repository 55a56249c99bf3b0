import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { groupLines } from "./group-lines.ts";
import { unknownReferences } from "./internal/unknown-references.ts";
import { type FeedContext, receiveMessage } from "./receive-message.ts";

/** A resource of the facility by its type and id; `undefined` where there is none to be had. */
export type FetchResource = (type: string, id: string) => Promise<object | undefined>;

/**
 * Takes resources that were fetched from a facility's own server, as deliveries about one person each, staff and
 * places before them. Whom and what they name and the store does not know yet is fetched first: without its Patient a result is nobody's, without its
 * Medication a prescription has no name. Who may: the worker.
 */
export async function receiveResources(
  ctx: FeedContext,
  facilityId: string,
  resources: object[],
  fetch: FetchResource,
): Promise<void> {
  const named: object[] = [];
  for (const { type, id } of await unknownReferences(ctx, facilityId, resources)) {
    const resource = await fetch(type, id);
    if (resource) named.push(resource);
  }
  for await (const { bytes, directory } of groupLines("", linesOf([...named, ...resources])))
    await receiveMessage(ctx, {
      facilityId,
      channel: "pull",
      clientId: undefined,
      bytes,
      directory,
      allowSingle: true,
    });
}

const encoder = new TextEncoder();

async function* linesOf(resources: object[]): AsyncGenerator<Uint8Array> {
  for (const resource of resources) yield encoder.encode(stringifyFhirJson(resource));
}
