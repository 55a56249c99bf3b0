import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { groupLines } from "./group-lines.ts";
import { type FeedContext, receiveMessage } from "./receive-message.ts";

/**
 * Takes resources that were fetched from a facility's own server, as deliveries about one person each. Staff and
 * places alone are nobody's record, and stay behind. Who may: the worker.
 */
export async function receiveResources(ctx: FeedContext, facilityId: string, resources: object[]): Promise<void> {
  for await (const { bytes } of groupLines("", linesOf(resources), []))
    await receiveMessage(ctx, { facilityId, channel: "pull", clientId: undefined, bytes, allowSingle: true });
}

const encoder = new TextEncoder();

async function* linesOf(resources: object[]): AsyncGenerator<Uint8Array> {
  for (const resource of resources) yield encoder.encode(stringifyFhirJson(resource));
}
