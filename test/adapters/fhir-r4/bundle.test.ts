import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_ENTRIES, readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";

const read = (body: unknown) => readBundle(body, { allowSingle: false });
const patient = { resourceType: "Patient", id: "p" };
const post = { method: "POST", url: "Patient" };
const bundle = (entry: unknown, type: unknown = "transaction") => ({ resourceType: "Bundle", type, entry });
const firstItem = (entry: unknown, type?: string) => read(bundle([entry], type)).bundle?.items[0];

describe("a body that cannot be read as a delivery is refused with one clear reason", () => {
  test.each([
    ["a text", "Bundle", "not-fhir", undefined],
    ["a number", 5, "not-fhir", undefined],
    ["null", null, "not-fhir", undefined],
    ["a list", [bundle([])], "not-fhir", undefined],
    ["an object without a type", {}, "not-fhir", undefined],
    ["a type that is no text", { resourceType: 5 }, "not-fhir", undefined],
    ["a resource that is no Bundle", patient, "not-a-bundle", "Bundle"],
    ["a searchset", bundle([], "searchset"), "bundle-type", "Bundle.type"],
    ["a collection", bundle([], "collection"), "bundle-type", "Bundle.type"],
    ["a message", bundle([], "message"), "bundle-type", "Bundle.type"],
    ["a history", bundle([], "history"), "bundle-type", "Bundle.type"],
    ["a Bundle without a type", { resourceType: "Bundle", entry: [] }, "bundle-type", "Bundle.type"],
    ["a Bundle whose type is an object", bundle([], {}), "bundle-type", "Bundle.type"],
    ["a Bundle without entries", bundle([]), "bundle-empty", "Bundle.entry"],
    ["a Bundle whose entries are no list", bundle({ resource: patient }), "bundle-empty", "Bundle.entry"],
    [
      "a document without its Composition",
      bundle([{ resource: patient }], "document"),
      "document-composition",
      "Bundle.entry[0].resource",
    ],
  ])("%s", (_name, body, code, expression) => {
    const { bundle: taken, issues } = read(body);
    expect(taken).toBeUndefined();
    expect(issues.map((i) => [i.severity, i.code, i.expression])).toEqual([["error", code, expression]]);
  });

  test("5,000 entries are taken, one more is not, and NDJSON is named", () => {
    const entries = (n: number) => bundle(Array.from({ length: n }, () => ({ resource: patient, request: post })));
    expect(MAX_ENTRIES).toBe(5_000);
    expect(read(entries(5_000)).bundle?.items).toHaveLength(5_000);
    const [issue] = read(entries(5_001)).issues;
    expect([issue?.type, issue?.code]).toEqual(["too-costly", "too-many-entries"]);
    expect(issue?.diagnostics).toContain("NDJSON");
  });

  test("what was sent is not quoted back unless it looks like a type", () => {
    for (const type of ["Nguyễn Văn An", "001099012345", "<script>", "x".repeat(41)]) {
      expect(JSON.stringify(read({ resourceType: type }).issues)).not.toContain(type);
      expect(JSON.stringify(read(bundle([], type)).issues)).not.toContain(type);
    }
    expect(read(patient).issues[0]?.diagnostics).toContain('"Patient"');
  });
});

describe("an entry that cannot be read is refused at its own place, and the others are read", () => {
  test.each([
    ["no object", "x", "entry-form", "Bundle.entry[1]"],
    ["null", null, "entry-form", "Bundle.entry[1]"],
    ["a list", [patient], "entry-form", "Bundle.entry[1]"],
    ["no resource", { request: post }, "entry-resource", "Bundle.entry[1].resource"],
    ["a resource that is a text", { request: post, resource: "Patient" }, "entry-resource", "Bundle.entry[1].resource"],
    [
      "a resource without a type",
      { request: post, resource: { id: "p" } },
      "entry-resource",
      "Bundle.entry[1].resource",
    ],
    [
      "a type that cannot be one",
      { request: post, resource: { resourceType: "patient" } },
      "entry-resource",
      "Bundle.entry[1].resource",
    ],
    [
      "a type with a path",
      { request: post, resource: { resourceType: "Patient/../x" } },
      "entry-resource",
      "Bundle.entry[1].resource",
    ],
    ["no request", { resource: patient }, "entry-request", "Bundle.entry[1].request"],
    [
      "a request without a method",
      { resource: patient, request: { url: "Patient" } },
      "entry-request",
      "Bundle.entry[1].request",
    ],
    [
      "GET",
      { resource: patient, request: { method: "GET", url: "Patient" } },
      "entry-method",
      "Bundle.entry[1].request.method",
    ],
    [
      "PATCH",
      { resource: patient, request: { method: "PATCH", url: "Patient/1" } },
      "entry-method",
      "Bundle.entry[1].request.method",
    ],
    [
      "a method in small letters",
      { resource: patient, request: { method: "post", url: "Patient" } },
      "entry-method",
      "Bundle.entry[1].request.method",
    ],
  ])("%s", (_name, entry, code, expression) => {
    const good = { resource: patient, request: post };
    const items = read(bundle([good, entry, good], "batch")).bundle?.items ?? [];
    expect(items.map((i) => i.issues.map((issue) => [issue.code, issue.expression]))).toEqual([
      [],
      [[code, expression]],
      [],
    ]);
  });
});

describe("what a delivery says is read as it is", () => {
  test("method, address, conditions and the place of each entry", () => {
    const request = { method: "PUT", url: "Observation/1", ifNoneExist: "identifier=a|b", ifMatch: 'W/"v-1"' };
    const item = firstItem({ fullUrl: "urn:uuid:1", resource: { resourceType: "Observation" }, request }, "batch");
    expect(item).toMatchObject({
      ...request,
      index: 0,
      fullUrl: "urn:uuid:1",
      expression: "Bundle.entry[0].resource",
      issues: [],
    });
  });

  test("elements of another form are as if they were not there", () => {
    const item = firstItem({
      fullUrl: 5,
      resource: patient,
      request: { method: "POST", url: {}, ifMatch: [], ifNoneExist: 1 },
    });
    expect(item).toMatchObject({ fullUrl: undefined, url: undefined, ifMatch: undefined, ifNoneExist: undefined });
    expect(read({ ...bundle([{ resource: patient, request: post }]), timestamp: 5 }).bundle?.timestamp).toBeUndefined();
  });

  test("a DELETE needs no resource, and one that comes along is not looked at", () => {
    const request = { method: "DELETE", url: "Observation/1" };
    expect(firstItem({ request })).toMatchObject({ method: "DELETE", resource: undefined, issues: [] });
    expect(firstItem({ request, resource: "x" })).toMatchObject({ resource: undefined, issues: [] });
  });

  test("entries of a document have no requests; theirs are not read", () => {
    const entries = [
      { resource: { resourceType: "Composition" } },
      { resource: patient, request: { method: "DELETE" } },
    ];
    const { bundle: taken } = read(bundle(entries, "document"));
    expect(taken?.items.map((i) => [i.method, i.url, i.issues.length])).toEqual([
      ["POST", undefined, 0],
      ["POST", undefined, 0],
    ]);
  });

  test("one resource alone is a delivery only where files are read", () => {
    const single = readBundle(patient, { allowSingle: true }).bundle;
    expect(single?.kind).toBe("single");
    expect(single?.items[0]).toMatchObject({ expression: "Patient", method: "POST", resource: patient });
    expect(read(patient).bundle).toBeUndefined();
  });

  test("no JSON value makes it throw", () => {
    const anything = fc.jsonValue({ maxDepth: 4 });
    const nearly = fc.record(
      {
        resourceType: fc.constant("Bundle"),
        type: fc.constantFrom("transaction", "batch", "document", "x"),
        entry: fc.array(
          fc.oneof(
            anything,
            fc.record({ resource: anything, request: anything, fullUrl: anything }, { requiredKeys: [] }),
          ),
        ),
        timestamp: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, nearly), fc.boolean(), (body, allowSingle) => {
        const { bundle: taken, issues } = readBundle(body, { allowSingle });
        expect(taken === undefined).toBe(issues.length > 0);
      }),
      { numRuns: 1_000 },
    );
  });
});
