import { expect, test } from "vitest";
import type { z } from "zod";
import { checkedResources } from "#app/adapters/record-store/fhir-r4/resources/index.ts";
import { bookSections, sectionOf } from "#app/domain/access/data-types.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { CCCD, type Json, patientOf, transaction } from "#test/support/record-store.ts";

const { world, deliver, superuser } = await feedWorld({ PAGES_PER_MINUTE: "1000000" });
const yen = persona("yen");

/** What every JavaScript object answers to, whether somebody put it there or not. */
const oddCodes = [...Object.getOwnPropertyNames(Object.prototype)];
const shownTypes = Object.keys(checkedResources).filter((type) =>
  bookSections.some((section) => section === sectionOf(type)),
);

const DATES =
  /(?:DateTime|Date)$|^(?:date|start|end|issued|recorded|authoredOn|created|creation|started|time|value|when[PH].*|recordedOn|dateAsserted|effectiveInstant|lastOccurrence)$/;
const LEFT_OUT = new Set(["meta", "identifier", "contained", "implicitRules", "url", "data", "id", "resourceType"]);

/** Every element a page reads, with `text` wherever the form takes any text. */
function filled(schema: z.ZodType, text: string, name: string): unknown {
  const { def } = schema as unknown as { def: Definition };
  if (name === "reference") return undefined;
  switch (def.type) {
    case "optional":
    case "nullable":
      return filled(def.innerType as z.ZodType, text, name);
    case "array":
      return [filled(def.element as z.ZodType, text, name)];
    case "object": {
      const parts = Object.entries(def.shape ?? {}).filter(([key]) => !LEFT_OUT.has(key));
      const whole = Object.fromEntries(parts.map(([key, part]) => [key, filled(part, text, key)]));
      if (/^(subject|patient|actor)$/.test(name)) return { ...whole, reference: "Patient/y" };
      return name === "encounter" ? { ...whole, reference: `Encounter/Encounter-${text.replaceAll("_", "-")}` } : whole;
    }
    case "string":
      return DATES.test(name) && (name !== "value" || def.checks?.length) ? "2026-11-01" : text;
    case "boolean":
      return false;
    default:
      return 1;
  }
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  checks?: unknown[];
}

const resourcesWith = (text: string): Json[] => [
  ...shownTypes.map((type) => ({
    ...(filled(checkedResources[type] as z.ZodType, text, "") as Json),
    resourceType: type,
    id: `${type}-${text.replaceAll("_", "-")}`,
  })),
  // Where the section is known, the reason for its being empty is looked up too.
  {
    resourceType: "Composition",
    id: `empty-${text.replaceAll("_", "-")}`,
    status: "final",
    subject: { reference: "Patient/y" },
    date: "2026-11-01",
    section: [{ code: { coding: [{ code: "48765-2" }] }, emptyReason: { coding: [{ code: text }] } }],
  },
];

/** What can be delivered of it: whose it is and which visit it is of. */
const plain = ({ resourceType, id, subject, patient, encounter }: Json): Json => {
  const of = (reference: unknown) => (reference ? { reference: (reference as Json).reference } : undefined);
  const whose = resourceType === "Appointment" ? { participant: [{ actor: { reference: "Patient/y" } }] } : {};
  return JSON.parse(
    JSON.stringify({
      resourceType,
      id,
      subject: of(subject),
      patient: of(patient),
      encounter: of(encounter),
      ...whose,
    }),
  );
};

test("codes that are names of every object's properties are codes like any other, on every page", {
  timeout: 240_000,
}, async () => {
  const patient = patientOf("y", undefined, {
    identifier: [{ system: CCCD, value: yen.personalNumber }],
    birthDate: yen.birthDate,
    gender: yen.gender,
    name: [{ text: yen.name }],
  });
  for (const code of oddCodes) {
    const odd = resourcesWith(code);
    const answer = await deliver(transaction(patient, ...odd.map(plain)));
    expect([code, answer.status, answer.status === 200 ? "" : answer.text]).toEqual([code, 200, ""]);
    // What is asked of senders has become more; what the store holds is read all the same.
    await superuser`
      update entries e set resource = r.resource, status = ${code}, code = ${code}
      from jsonb_to_recordset(${JSON.stringify(odd.map((resource) => ({ id: resource.id, resource })))}::text::jsonb) as r (id text, resource jsonb)
      where e.source_id = r.id`;
  }
  const rows = await superuser<{ section: string; id: string; type: string }[]>`
    select section, entry_id as id, resource_type as type from entries where section <> 'identity' and current`;
  expect(new Set(rows.map((row) => row.type))).toEqual(new Set(shownTypes));

  const browser = await world.signIn(yen.login);
  const addresses = ["/book", "/book/sources", "/privacy"];
  for (const section of bookSections) {
    const pages = Math.ceil(rows.filter((row) => row.section === section).length / 20);
    for (let page = 1; page <= pages; page++) addresses.push(`/book/${section}?page=${page}`);
  }
  for (const { section, id } of rows)
    if (section === "visits" || section === "results") addresses.push(`/book/${section}/${id}`);
  for (const language of ["", "en"]) {
    for (const at of addresses) {
      const visit = await browser.open(`${world.origin}${at}${at.includes("?") ? "&" : "?"}lang=${language || "vi"}`);
      expect([at, visit.status]).toEqual([at, 200]);
      expect(visit.text).not.toMatch(/native code|\[object |undefined/);
    }
  }
});
