import fs from "node:fs";
import path from "node:path";
import { haveTestdata, testdataFiles } from "../support/testdata.ts";
import { visitPackage } from "./invented/package.ts";
import { inventedPerson } from "./invented/person.ts";
import { inventedVisit, visitBundle } from "./invented/visit.ts";
import type { Sending } from "./take-all.ts";

/** A facility that sends. */
export interface Sender {
  id: string;
  code5: string;
}

export interface Source {
  name: string;
  /** What the facilities send in a round: persons, visits and numbers that no round before had. */
  sent(round: number, from: Sender[]): Sending[];
}

/** Deliveries of each kind, a round of them at a time. */
export const sources: Source[] = [
  { name: "FHIR visits, 40 × about 34", sent: (round, from) => each(round, from, 40, visitOf) },
  { name: "XML packages, 40 × about 45 rows", sent: (round, from) => each(round, from, 40, packageOf) },
  ...(haveTestdata ? [{ name: "Synthea charts, 5 × 25 to 1,244", sent: charts }] : []),
];

function each(round: number, from: Sender[], count: number, make: (at: number, sender: Sender) => Sending): Sending[] {
  return Array.from({ length: count }, (_, i) =>
    make(10_000 + round * count + i, from[i % from.length] ?? { id: "", code5: "" }),
  );
}

const dayOf = (at: number) => new Date(Date.UTC(2026, 3, 1 + (at % 28), 1));

function visitOf(at: number, { id }: Sender): Sending {
  const person = inventedPerson(at);
  return { facilityId: id, bytes: visitBundle(person, inventedVisit(person, `v-${at}`, dayOf(at))) };
}

function packageOf(at: number, { id, code5 }: Sender): Sending {
  const bytes = visitPackage(inventedPerson(1_000_000 + at), `LK${at}`, code5, dayOf(at));
  return { facilityId: id, format: "qd3176-xml", bytes };
}

/** The same charts each round, as of other people at other places: ids and numbers are new. */
function charts(round: number, from: Sender[]): Sending[] {
  const files = testdataFiles("synthea-r4").filter((f) => !path.basename(f).startsWith("practitioner"));
  return files.map((file, i) => ({
    facilityId: from[i % from.length]?.id ?? "",
    bytes: chartOf(fs.readFileSync(file, "utf8"), round, `001${900_000_000 + round * 100 + i}`),
  }));
}

interface Chart {
  entry: { resource: { resourceType: string; identifier?: { value?: string }[] } }[];
}

/** The ids that it gives its resources, each with the round's number in it. */
function chartOf(text: string, round: number, number: string): Uint8Array {
  const marked = round.toString(16).padStart(8, "0");
  const chart: Chart = JSON.parse(
    text.replace(/\b[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)/g, (id) => xor(id, marked)),
  );
  for (const { resource } of chart.entry) {
    if (resource.resourceType !== "Patient") continue;
    const own = (resource.identifier ?? []).map((i) => ({ ...i, value: `${i.value}${round}` }));
    resource.identifier = [...own, { system: "http://fhir.ehealth.gov.vn/core/sid/cccd", value: number } as object];
  }
  return new TextEncoder().encode(JSON.stringify(chart));
}

const xor = (a: string, b: string): string =>
  ((Number.parseInt(a, 16) ^ Number.parseInt(b, 16)) >>> 0).toString(16).padStart(8, "0");
