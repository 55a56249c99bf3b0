import { moment, plusDays } from "./calendar.ts";
import type { Chart } from "./chart.ts";
import { completed, lastDay } from "./prescription.ts";
import { fullUrlOf, referredTo } from "./reference.ts";
import type { FhirBundle, FhirResource, Moment, StoryMessage } from "./types.ts";

/** Who and where first, then the visit, then what came of it: easier to read in the operator's pages. */
const FIRST = ["Patient", "Organization", "Practitioner", "Location", "Encounter", "Condition"];

/** One delivery: the given resources and everything they refer to, so that nothing points outside. */
export function message(chart: Chart, sentAt: Moment, resources: FhirResource[]): StoryMessage {
  return {
    facilityKey: chart.facility.key,
    personaKey: chart.person.key,
    bundle: transaction(sentAt, [chart.patient, ...resources]),
  };
}

/** A short course is over: its lines come once more, as completed, the evening after the last day. */
export function courseOver(chart: Chart, lines: FhirResource[]): StoryMessage {
  const last = lines.map(lastDay).sort().at(-1) ?? "";
  const at = moment(plusDays(last, 1), "22:30");
  return message(
    chart,
    at,
    lines.map((line) => completed(line, at)),
  );
}

export function transaction(timestamp: Moment, resources: FhirResource[]): FhirBundle {
  const entry = inOrder(closure(resources)).map((resource) => ({
    fullUrl: fullUrlOf(resource),
    resource,
    request: { method: "PUT" as const, url: `${resource.resourceType}/${resource.id}` },
  }));
  return { resourceType: "Bundle", type: "transaction", timestamp, entry };
}

/** Those given come first: when two versions of a resource are in reach, the listed one is sent. */
function closure(listed: FhirResource[]): FhirResource[] {
  const found = new Map(listed.map((r) => [fullUrlOf(r), r]));
  const add = (resource: FhirResource): void => {
    for (const target of referredTo(resource)) {
      if (found.has(fullUrlOf(target))) continue;
      found.set(fullUrlOf(target), target);
      add(target);
    }
  };
  for (const resource of listed) add(resource);
  return [...found.values()];
}

const rank = (type: string) => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

const inOrder = (resources: FhirResource[]): FhirResource[] =>
  [...resources].sort((a, b) => rank(a.resourceType) - rank(b.resourceType));
