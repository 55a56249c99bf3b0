import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { bookSections } from "#app/domain/access/data-types.ts";
import * as writeCopy from "#app/jobs/write-copy.ts";
import { printGate } from "#app/print/print-gate.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import type { Browserless, Visit } from "#test/support/browser-less.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import { readPdf } from "#test/support/read-pdf.ts";
import { CCCD, entryOf, type Json, patientOf, transaction } from "#test/support/record-store.ts";

const { db, world, deliver, superuser } = await feedWorld();
const yen = persona("yen");
const HOSTILE = `</script><script>alert("x")</script><img src=x onerror=alert(1)>" onmouseover="alert(2)' {{number:1}} javascript:alert(3)`;
const DIV = `<div xmlns="http://www.w3.org/1999/xhtml"><script>alert("narrative")</script><p onclick="alert(4)">NARRATIVE-SIGN</p></div>`;

const about = { reference: "Patient/y" };
const concept = (system: string, code: string) => ({ coding: [{ system, code, display: HOSTILE }], text: HOSTILE });
const narrative = { text: { status: "generated", div: DIV }, note: [{ text: HOSTILE }] };
const inVisit = { encounter: { reference: "Encounter/v" } };

/** One of each type the book shows, hostile in every text that reaches a page. */
const resources: Json[] = [
  patientOf("y", undefined, {
    identifier: [{ system: CCCD, value: yen.personalNumber }],
    birthDate: yen.birthDate,
    gender: yen.gender,
    name: [{ text: yen.name }],
    text: narrative.text,
  }),
  {
    resourceType: "Encounter",
    id: "v",
    status: "finished",
    class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "AMB" },
    subject: about,
    type: [concept("http://x", "a")],
    reasonCode: [concept("http://x", "b")],
    serviceType: concept("http://x", "c"),
    period: { start: "2026-11-01T08:00:00+07:00" },
    participant: [{ individual: { display: HOSTILE } }],
    ...narrative,
  },
  {
    resourceType: "Observation",
    id: "o",
    status: "final",
    code: concept("http://loinc.org", "4548-4"),
    subject: about,
    ...inVisit,
    effectiveDateTime: "2026-11-01",
    valueString: HOSTILE,
    interpretation: [concept("http://x", "H")],
    referenceRange: [{ text: HOSTILE }],
    performer: [{ display: HOSTILE }],
    ...narrative,
  },
  {
    resourceType: "Observation",
    id: "s",
    status: "final",
    category: [concept("http://terminology.hl7.org/CodeSystem/observation-category", "social-history")],
    code: concept("http://loinc.org", "72166-2"),
    subject: about,
    effectiveDateTime: "2026-11-01",
    valueString: HOSTILE,
    ...narrative,
  },
  {
    resourceType: "DiagnosticReport",
    id: "r",
    status: "final",
    code: concept("http://loinc.org", "58410-2"),
    subject: about,
    ...inVisit,
    effectiveDateTime: "2026-11-01",
    conclusion: HOSTILE,
    result: [{ reference: "Observation/o" }],
    presentedForm: [{ contentType: "text/html", url: "javascript:alert(5)", title: HOSTILE }],
    ...narrative,
  },
  {
    resourceType: "AllergyIntolerance",
    id: "a",
    patient: about,
    code: concept("http://snomed.info/sct", "1"),
    reaction: [{ manifestation: [concept("http://x", "d")], description: HOSTILE }],
    ...narrative,
  },
  {
    resourceType: "Condition",
    id: "c",
    subject: about,
    ...inVisit,
    code: concept("http://hl7.org/fhir/sid/icd-10", "E11"),
    recordedDate: "2026-11-01",
    ...narrative,
  },
  {
    resourceType: "MedicationRequest",
    id: "m",
    status: "active",
    intent: "order",
    subject: about,
    ...inVisit,
    medicationCodeableConcept: concept("http://x", "e"),
    authoredOn: "2026-11-01",
    dosageInstruction: [{ text: HOSTILE, patientInstruction: HOSTILE }],
    ...narrative,
  },
  {
    resourceType: "Immunization",
    id: "i",
    status: "completed",
    patient: about,
    vaccineCode: concept("http://hl7.org/fhir/sid/cvx", "208"),
    occurrenceDateTime: "2026-11-01",
    lotNumber: HOSTILE,
    ...narrative,
  },
  {
    resourceType: "Procedure",
    id: "p",
    status: "completed",
    subject: about,
    ...inVisit,
    code: concept("http://x", "f"),
    performedDateTime: "2026-11-01",
    ...narrative,
  },
  {
    resourceType: "DocumentReference",
    id: "d",
    status: "current",
    subject: about,
    date: "2026-11-01T08:00:00+07:00",
    description: HOSTILE,
    type: concept("http://loinc.org", "18842-5"),
    content: [
      {
        attachment: {
          contentType: "text/html",
          url: "javascript:alert(6)",
          title: HOSTILE,
          data: Buffer.from(DIV).toString("base64"),
        },
      },
    ],
    ...narrative,
  },
  {
    resourceType: "ServiceRequest",
    id: "s",
    status: "active",
    intent: "order",
    subject: about,
    code: concept("http://x", "g"),
    authoredOn: "2026-11-01",
    ...narrative,
  },
  { resourceType: "Basic", id: "b", subject: about, code: concept("http://x", "UNKNOWN-TYPE-SIGN"), ...narrative },
  { resourceType: "Whatever", id: "w", subject: about, code: { text: "UNKNOWN-TYPE-SIGN" }, ...narrative },
];

let browser: Browserless;
const read = (path: string) => browser.open(world.origin + path);

beforeAll(async () => {
  const answer = await deliver(transaction(...resources.map((r) => entryOf(r))));
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining("transaction-response")]);
  browser = await world.signIn(yen.login, undefined, "export");
});

/** No element, attribute or address of a page came out of a text. */
function isHarmless(path: string, html: string): void {
  const found = [
    /<script(?![^>]*\bnonce=)/,
    /<img/,
    /<p onclick/,
    /\s(onerror|onmouseover|onclick)=/,
    /(href|src|action)="\s*javascript:/i,
  ];
  const bare = html.replace(/>[^<]*</g, "><");
  for (const sign of found)
    expect([path, sign.source, sign.test(bare) && sign.exec(bare)?.[0]]).toEqual([path, sign.source, false]);
  expect([path, html.includes("NARRATIVE-SIGN")]).toEqual([path, false]);
  expect([path, html.includes("UNKNOWN-TYPE-SIGN")]).toEqual([path, false]);
}

describe("what is sent stays text on the citizen's pages", () => {
  test.each(["/book", "/book/sources", ...bookSections.map((section) => `/book/${section}`)])("%s", async (path) => {
    for (const query of ["", "?lang=en"]) {
      const page = await read(path + query);
      expect(page.status).toBe(200);
      isHarmless(path, page.text);
      if (path !== "/book/sources")
        expect([path, page.text.includes("&lt;img src=x onerror=alert(1)&gt;")]).toEqual([path, true]);
    }
  });

  test("a visit and its results", async () => {
    const rows = await superuser<{ id: string; section: string }[]>`
      select entry_id as id, section from entries where section in ('visits', 'results') and current`;
    expect(rows).toHaveLength(3);
    for (const { id, section } of rows) {
      const page = await read(`/book/${section}/${id}`);
      expect(page.status).toBe(200);
      isHarmless(section, page.text);
    }
  });

  test("the data of a page is JSON that a browser does not take for a page", async () => {
    for (const path of ["/book.data", "/book/results.data"]) {
      const { status, headers } = await read(path);
      expect([status, headers.get("content-type"), headers.get("x-content-type-options")]).toEqual([
        200,
        "text/x-script; charset=utf-8",
        "nosniff",
      ]);
    }
  });
});

test("the record as a file: whole, for downloading, and saying that closed visits are not in it", async () => {
  const { status, headers, text } = await read("/book/export?lang=vi");
  expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
    200,
    "application/fhir+json; charset=utf-8",
    "no-store",
  ]);
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="so-khoe-/);
  const { entry } = JSON.parse(text) as { entry: { resource: Json }[] };
  expect(entry[0]?.resource.resourceType).toBe("Patient");
  expect(JSON.stringify(entry.at(-1)?.resource)).toContain("Bản sao không gồm");
});

test("the patient summary as a file, in the language asked for", async () => {
  const { status, headers, text } = await read("/book/export?format=ips&lang=en");
  expect([status, headers.get("content-type")]).toEqual([200, "application/fhir+json; charset=utf-8"]);
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="so-khoe-ips-/);
  expect(JSON.parse(text)).toMatchObject({ type: "document", language: "en" });
  expect(JSON.parse(text).entry[0].resource.title).toContain("Patient Summary");
});

test("medicines, vaccinations and a visit as PDF; what is not in the book has none", async () => {
  const [visit] = await superuser<
    { id: string }[]
  >`select entry_id as id from entries where section = 'visits' and current`;
  for (const path of ["/book/medicines.pdf", "/book/vaccinations.pdf", `/book/visits/${visit?.id}/pdf`]) {
    const { status, headers, text } = await read(path);
    expect([path, status, headers.get("content-type"), headers.get("cache-control"), text.slice(0, 5)]).toEqual([
      path,
      200,
      "application/pdf",
      "no-store",
      "%PDF-",
    ]);
  }
  expect((await read("/book/visits/01900000-0000-7000-8000-000000000000/pdf")).status).toBe(404);
  // A thread may fail: what could not be made is told on a page, with the time to wait.
  const full = printGate({ thread: pathToFileURL("/nowhere.js"), site: world.config.site, onFailure: () => undefined });
  const { port } = await world.another({ print: full });
  const headers = { host: new URL(world.origin).host, cookie: browser.cookieHeader(world.origin) };
  const lost = await ask(port, { target: "/book/medicines.pdf", headers });
  expect([lost.status, lost.headers["content-type"], lost.headers["retry-after"]]).toEqual([
    503,
    "text/html; charset=utf-8",
    "5",
  ]);
  expect(lost.text).toMatch(/Chưa làm được tệp PDF|The PDF could not be made/);
  const nobody = await fetch(`${world.origin}/book/medicines.pdf`, { redirect: "manual" });
  expect([nobody.status, nobody.headers.get("location")]).toEqual([302, expect.stringContaining("/sign-in?")]);
});

test("large letters are asked for by a link, last, and end by a link; the page stays the same one", async () => {
  const sizeOf = (text: string) => /<html[^>]*data-text="large"/.test(text);
  const linkOf = (text: string) =>
    /href="([^"]*[?&](?:amp;)?text=(?:large|usual))"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
  const usual = await read("/book/medicines?page=1");
  expect([sizeOf(usual.text), linkOf(usual.text)]).toEqual([false, "/book/medicines?page=1&text=large"]);
  const large = await read("/book/medicines?page=1&text=large");
  expect([sizeOf(large.text), linkOf(large.text)]).toEqual([true, "/book/medicines?page=1&text=usual"]);
  expect(sizeOf((await read("/book")).text)).toBe(true);
  expect(sizeOf((await read("/book?text=usual")).text)).toBe(false);
  expect(sizeOf((await read("/book")).text)).toBe(false);
});

describe("types nobody knows", () => {
  test("are kept as they came, and shown nowhere but as a number among the sources", async () => {
    const rows = await superuser<{ type: string; text: string }[]>`
      select resource_type as type, resource::text as text from entries where resource_type in ('Basic', 'Whatever') order by 1`;
    expect(rows.map((r) => [r.type, r.text.includes("UNKNOWN-TYPE-SIGN")])).toEqual([
      ["Basic", true],
      ["Whatever", true],
    ]);
  });
});

test("the whole book as a PDF: ordered by a form, waited for, taken and deleted; to others there is none", async () => {
  const page = "/book/export/pdf";
  const formOf = (visit: Visit, intent: string) =>
    visit.forms.find((form) => form.fields.some(([name, value]) => name === "intent" && value === intent));
  const empty = await read(page);
  const ordered = await browser.submit(empty, formOf(empty, "order"));
  expect([ordered.status, ordered.headers.get("refresh"), ordered.url.pathname]).toEqual([200, "4", page]);
  // The button pressed twice, or the page before gone back to: there is one order.
  await browser.submit(empty, formOf(empty, "order"));
  expect((await read(`${page}?still=yes`)).headers.get("refresh")).toBeNull();

  const [job] = await superuser<{ payload: { personId: string; copyId: string } }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'write-copy'`;
  if (!job) throw new Error("Nothing was ordered.");
  const { keys, print } = world.parts;
  await writeCopy.run({ db: db.connect("worker"), keys, print, now: () => new Date() }, job.payload);

  const ready = await read(page);
  expect([ready.headers.get("refresh"), ready.text]).toEqual([
    null,
    expect.stringContaining(`${page}/${job.payload.copyId}`),
  ]);
  const file = await fetch(`${world.origin}${page}/${job.payload.copyId}`, {
    headers: { cookie: browser.cookieHeader(world.origin) },
  });
  expect([file.status, file.headers.get("content-type"), file.headers.get("content-disposition")]).toEqual([
    200,
    "application/pdf",
    expect.stringMatching(/^attachment; filename="so-khoe-ca-so-\d{4}-\d\d-\d\d\.pdf"$/),
  ]);
  const { pages, tagged } = await readPdf(new Uint8Array(await file.arrayBuffer()));
  expect([tagged, pages.join(" ")]).toEqual([true, expect.stringContaining("alert(3)")]);

  const other = await world.signIn(persona("lan").login, undefined, "export");
  const none = await other.open(`${world.origin}${page}/${job.payload.copyId}`);
  expect([none.status, none.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  const unproved = await (await world.signIn(yen.login)).open(`${world.origin}${page}/${job.payload.copyId}`);
  expect(unproved.url.pathname).toBe("/sign-in/confirm");

  await browser.submit(ready, formOf(ready, "end"));
  expect((await read(`${page}/${job.payload.copyId}`)).status).toBe(404);
});
