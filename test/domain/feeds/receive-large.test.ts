import { describe, expect, test } from "vitest";
import type { MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import {
  bundleOf,
  entriesOf,
  issuesOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const to = (reference: string) => ({ reference });
const BYTES = Number(process.env.SHAPE_BYTES ?? 1_000_000);
/** A megabyte takes one or two of them; what grew with the square took a minute. */
const SECONDS = 15;

let shape = 0;
/** Each shape has names of its own, so that it is about nobody else's entries. */
const own = (resources: Json[]): Json[] =>
  JSON.parse(JSON.stringify(resources).replace(/"((?:Patient|Observation)\/)?([po]\d*)"/g, `"$1s${shape}-$2"`));
const one = (elements: Json, patient: Json = {}) => [
  patientOf("p", someNumber(), patient),
  observationOf("o", "p", elements),
];
/** As many as a Bundle may hold in the chain that costs most; fewer elsewhere, or the suite would wait for them. */
const [MOST, MANY] = [4_999, Number(process.env.SHAPE_ENTRIES ?? 1_999)];
const many = (part: (i: number) => Json, n = MANY) => [patientOf("p", someNumber()), ...times(n, part)];
const noted = () => times(1000, (i) => ({ text: `ghi chú số ${90_000_000 + i} của bác sĩ 0${i}` }));

const shapes: [string, () => Json[]][] = [
  ["one reference to nowhere, many times", () => one({ derivedFrom: times(BYTES / 26, () => to("Group/x")) })],
  ["many references to nowhere", () => one({ derivedFrom: times(BYTES / 36, (i) => to(`Group/${i}`)) })],
  ["references that are no references", () => one({ derivedFrom: times(BYTES / 20, () => to("??")) })],
  [
    "references to a contained resource that is not there",
    () => one({ derivedFrom: times(BYTES / 20, () => to("#x")) }),
  ],
  [
    "many contained resources and as many references to them",
    () =>
      one({
        contained: times(BYTES / 70, (i) => ({ resourceType: "Basic", id: `c${i}` })),
        derivedFrom: times(BYTES / 70, (i) => to(`#c${i}`)),
      }),
  ],
  [
    "contained resources of wrong form",
    () => one({ contained: times(BYTES / 60, () => ({ resourceType: "Observation", status: 1 })) }),
  ],
  ["names that are no names", () => one({ x: Object.fromEntries(times(BYTES / 10, (i) => [`é${i}`, 1])) })],
  ["elements of wrong form", () => one({ note: times(BYTES / 3, () => 1) })],
  ["wrong dates", () => one({ x: times(BYTES / 14, () => ({ date: "x" })) })],
  ["many extensions", () => one({ extension: times(BYTES / 45, (i) => ({ url: `urn:x:${i}`, valueString: `${i}` })) })],
  [
    "many identifiers of a result",
    () => one({ identifier: times(BYTES / 40, (i) => ({ system: "urn:x", value: `${i}` })) }),
  ],
  [
    "many numbers of people in a result",
    () =>
      one({
        performer: times(BYTES / 110, (i) => ({
          identifier: { system: "http://fhir.ehealth.gov.vn/core/sid/cccd", value: `0${String(i).padStart(11, "0")}` },
        })),
      }),
  ],
  [
    "a Patient of many identifiers",
    () => one({ note: noted() }, { identifier: times(BYTES / 45, (i) => ({ system: "urn:x", value: `x${i}x` })) }),
  ],
  [
    "a Patient of many names",
    () => one({ note: noted() }, { name: times(BYTES / 28, (i) => ({ text: `Lê ${i} Bảy` })) }),
  ],
  [
    "a Patient of many phones",
    () => one({ note: noted() }, { telecom: times(BYTES / 28, (i) => ({ value: `0${90_000_000 + i}` })) }),
  ],
  ["a Patient of one long name", () => one({}, { name: [{ text: "a b ".repeat(BYTES / 4) }] })],
  [
    "a Patient of one long address",
    () => one({ note: [{ text: "- - ".repeat(BYTES / 8) }] }, { address: [{ text: `${"- - ".repeat(BYTES / 8)}x` }] }),
  ],
  ["one long text", () => one({ note: [{ text: "ễ".repeat(BYTES / 3) }] })],
  ["one long text of signs that are escaped", () => one({ note: [{ text: '\\"'.repeat(BYTES / 4) }] })],
  ["one long reference", () => one({ derivedFrom: [to(`http://${"A/".repeat(BYTES / 2)}`)] })],
  ["many digits", () => one({ x: times(BYTES / 62, () => "1".repeat(60)), y: "1.0".repeat(BYTES / 3) })],
  [
    "entries in one long chain",
    () => many((i) => observationOf(`o${i}`, "p", { basedOn: [to(`Observation/o${i + 1}`)] }), MOST),
  ],
  [
    "entries in one long chain, the other way",
    () => many((i) => observationOf(`o${i}`, "p", { basedOn: [to(`Observation/o${i - 1}`)] })),
  ],
  [
    "entries in one circle",
    () => many((i) => observationOf(`o${i}`, "p", { basedOn: [to(`Observation/o${(i + 1) % MANY}`)] })),
  ],
  [
    "entries that hold all others",
    () =>
      many((i) =>
        observationOf(`o${i}`, "p", { hasMember: times(8, (n) => to(`Observation/o${(i * 7 + n) % MANY}`)) }),
      ),
  ],
  [
    "entries on servers of long names",
    () =>
      many((i) =>
        observationOf(`o${i}`, "p", { derivedFrom: [to(`https://his.vn/${"a/".repeat(50)}Observation/o${i}`)] }),
      ),
  ],
];

describe("time grows with size, whatever the shape: a delivery holds up those behind it", () => {
  test.each(shapes)("%s", { timeout: SECONDS * 1_000 }, async (_name, parts) => {
    shape++;
    const answer = await store.send(bundleOf("batch", own(parts())));
    expect(["accepted", "partly_accepted", "rejected"]).toContain(answer.state);
    expect(JSON.stringify(answer.body).length).toBeLessThan(4_000_000);
  });

  test("entries that were another person's, and go with their reports", {
    timeout: SECONDS * 1_000,
  }, async () => {
    const results = times(Math.floor(MANY / 2), (i) => observationOf(`mv${i}`, "mv"));
    const reports = times(Math.floor(MANY / 2), (i) => ({
      resourceType: "DiagnosticReport",
      id: `mvr${i}`,
      status: "final",
      code: { text: "x" },
      subject: to("Patient/mv"),
      result: [to(`Observation/mv${i}`)],
    }));
    const send = (...parts: Json[]) => store.send(transaction(patientOf("mv", someNumber()), ...parts));
    for (const answer of [await send(...results), await send(...results, ...reports)])
      expect(answer.state).toBe("accepted");
  });
});

describe("what is told has an end", () => {
  const issues = (answer: MessageAnswer, entry: number) =>
    (answer.body as { entry: { response: { outcome: { issue: { diagnostics: string }[] } } }[] }).entry[entry]?.response
      .outcome.issue ?? [];

  test("60,000 references to nothing are taken with 100 warnings, and how many more there are", async () => {
    const answer = await store.send(
      transaction(
        patientOf("w1", someNumber()),
        observationOf("w1-o", "w1", { derivedFrom: times(60_000, () => to("#x")) }),
      ),
    );
    expect(answer.status).toBe(200);
    const told = issues(answer, 1);
    expect([told.length, told.at(-1)?.diagnostics]).toEqual([101, "And 59900 more."]);
  });

  test("100,000 wrong names are refused with 100 of them", async () => {
    const x = Object.fromEntries(times(100_000, (i) => [`é${i}`, 1]));
    const answer = await store.send(transaction(patientOf("w2", someNumber()), observationOf("w2-o", "w2", { x })));
    expect([answer.status, issuesOf(answer).length]).toEqual([400, 101]);
    expect(issuesOf(answer).at(-1)).toBe("issues-left-out");
  });

  test("elements of wrong form beyond what can be counted are refused like one", async () => {
    const answer = await store.send(
      transaction(patientOf("w3", someNumber()), observationOf("w3-o", "w3", { note: times(300_000, () => 1) })),
    );
    expect([answer.status, issuesOf(answer)[0]?.split(" ")[0]]).toEqual([400, "element-form"]);
  });

  test("of many entries each says what is gravest, and all together no more than can be kept", async () => {
    const wrong = times(3_000, (i) =>
      observationOf(`w4-${i}`, "w4", {
        derivedFrom: times(20, () => to("#x")),
        note: times(20, () => ({ text: "x", time: "x" })),
      }),
    );
    const answer = await store.send(bundleOf("batch", [patientOf("w4", someNumber()), ...wrong]));
    expect(answer.state).toBe("partly_accepted");
    expect(new Set(entriesOf(answer).map((e) => e.split(" ")[0]))).toEqual(new Set(["201", "400"]));
    expect(
      entriesOf(answer)
        .slice(1)
        .filter((e) => !e.startsWith("400 date")),
    ).toEqual([]);
    expect(
      issues(answer, 3_000)
        .map((i) => i.diagnostics)
        .at(-1),
    ).toBe("And 19 more.");
  });

  test("a Patient who says more of themself than a person has is refused", async () => {
    const telecom = times(101, (i) => ({ value: `09${i}` }));
    const answer = await store.send(transaction(patientOf("w5", someNumber(), { telecom })));
    expect(issuesOf(answer)).toEqual(["patient-too-long Bundle.entry[0].resource.telecom"]);
  });
});
