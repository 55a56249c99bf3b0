import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { listAccess } from "#app/domain/audit/list-access.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { csvOf, DOSES, formOf, jsonOf, rowsOf } from "#test/support/feed-files/samples.ts";
import {
  batch,
  CCCD,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";
import { testdataFiles } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";
import { runFeed, type Where } from "./run-feed.ts";

vi.setConfig({ testTimeout: 60_000 });
const store = await recordStore();
await store.addFacility("00000", "department");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-feed-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const where = {
  databaseUrl: store.db.url("portal"),
  feedDatabaseUrl: store.db.url("feed"),
  keysDir: store.keys.folder,
};
const feed = (...args: string[]) => runFeed(where, args);
const importAt = (...args: string[]) => feed("import", ...args, "--facility", "99001");
let files = 0;
function file(content: string | Uint8Array | object, name = `f-${files++}.json`): string {
  const at = path.join(folder, name);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(
    at,
    typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return at;
}
const lines = (...resources: (Json | string)[]) =>
  resources.map((r) => (typeof r === "string" ? r : JSON.stringify(r))).join("\n");
const resultsOf = async (personId: string) =>
  (await readSection(store.citizen(personId), { section: "results", page: 1, showHidden: false })).items;
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("what is taken from disk is what the facility would have sent", () => {
  test("a folder of Bundles and single resources, with a summary and exit code 0; again it is already taken", async () => {
    file(transaction(patientOf("fo-1", someNumber()), observationOf("fo-1-o", "fo-1")), "folder/a.json");
    file(transaction(patientOf("fo-2", someNumber())), "folder/b.json");
    file(observationOf("fo-2-o", "fo-2"), "folder/c.json");
    file("not this", "folder/readme.txt");
    const ran = await importAt(path.join(folder, "folder"));
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout.split("\n")).toEqual([
      "3 deliveries: 3 accepted, 0 partly, 0 waiting for an operator, 0 refused; 0 of them had been taken before.",
      "4 new entries, 0 already there, 0 refused, 0 warnings.",
      "",
    ]);
    expect(await resultsOf(await store.personOfPatient("fo-2"))).toHaveLength(1);
    const [message] =
      await store.superuser`select channel, client_id, facility_id from messages order by received_at desc limit 1`;
    expect(message).toEqual({ channel: "command", client_id: null, facility_id: store.facilityId });

    const before = await store.rowCounts();
    const again = await importAt(path.join(folder, "folder"));
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringContaining("0 refused; 3 of them had been taken before."),
    ]);
    expect(await store.rowCounts()).toEqual(before);
  });

  test("without --facility it is the health department's", async () => {
    const ran = await feed("import", file(transaction(patientOf("de", someNumber()))));
    expect(ran.code).toBe(0);
    const [row] =
      await store.superuser`select f.kind from messages m join facilities f on f.id = m.facility_id order by m.received_at desc limit 1`;
    expect(row).toEqual({ kind: "department" });
  });

  test("what is refused or waits is said with its place and reason, the rest is taken, and the exit code is 2", async () => {
    const bad = observationOf("ba-o", "ba", { effectiveDateTime: "2026-02-30" });
    const ran = await importAt(
      file("{", "re/broken.json"),
      file(transaction(patientOf("ba", someNumber()), bad), "re/date.json"),
      file(
        batch(patientOf("ba-2", someNumber()), observationOf("ba-3", "ba-2"), {
          ...bad,
          subject: { reference: "Patient/ba-2" },
        }),
        "re/partly.json",
      ),
      file(observationOf("wa", "never-sent"), "re/waits.json"),
    );
    expect(ran.code).toBe(2);
    const said = ran.stdout.split("\n");
    expect(said[0]).toBe(
      "4 deliveries: 0 accepted, 1 partly, 1 waiting for an operator, 2 refused; 0 of them had been taken before.",
    );
    expect(said.slice(2, -1)).toEqual([
      "  broken.json",
      "    The body is not JSON near character 1.",
      "  date.json",
      expect.stringMatching(/^ {4}Bundle\.entry\[1\]\.resource\.effectiveDateTime: This is not a real date\./),
      "  partly.json",
      expect.stringMatching(/^ {4}Bundle\.entry\[2\]\.resource\.effectiveDateTime: This is not a real date\./),
      "  waits.json",
      expect.stringMatching(/^ {4}The bytes are kept\./),
    ]);
  });

  test("of very many refusals the first twenty are said, and how many more there are", async () => {
    const ran = await importAt(file(lines(...range(25).map((i) => `{"broken": ${i}`)), "many.ndjson"));
    expect(ran.stdout).toContain("25 deliveries: 0 accepted, 0 partly, 0 waiting for an operator, 25 refused");
    expect(ran.stdout).toContain("  … and 5 more; the operators' pages have all of them.");
  });
});

describe("NDJSON, as a bulk export writes it", () => {
  test("persons in any order, each with what is theirs, in several files", async () => {
    const ids = range(7).map((i) => `nd-${i}`);
    file(lines(...ids.map((id) => patientOf(id, someNumber()))), "bulk/Patient.ndjson");
    file(
      lines(
        ...range(140).map((i) =>
          observationOf(`nd-o-${i}`, ids[(i * 3) % 7] ?? "", { performer: [{ reference: "Practitioner/nd-d" }] }),
        ),
      ),
      "bulk/Observation.ndjson",
    );
    file(
      lines(
        ...range(14).map((i) => ({
          resourceType: "AllergyIntolerance",
          id: `nd-a-${i}`,
          code: { text: "Tôm" },
          clinicalStatus: {
            coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }],
          },
          patient: { reference: `Patient/${ids[i % 7]}` },
        })),
      ),
      "bulk/AllergyIntolerance.ndjson",
    );
    file(
      lines({
        resourceType: "Appointment",
        id: "nd-ap",
        status: "booked",
        start: "2026-12-01T08:00:00+07:00",
        end: "2026-12-01T08:30:00+07:00",
        participant: [{ actor: { reference: `Patient/${ids[0]}` }, status: "accepted" }],
      }),
      "bulk/Appointment.ndjson",
    );
    file(lines({ resourceType: "Practitioner", id: "nd-d", name: [{ text: "BS. An" }] }), "bulk/Practitioner.ndjson");
    const ran = await importAt(path.join(folder, "bulk"));
    expect([ran.code, ran.stdout.split("\n")[0]]).toEqual([
      0,
      "23 deliveries: 23 accepted, 0 partly, 0 waiting for an operator, 0 refused; 0 of them had been taken before.",
    ]);
    expect(ran.stdout.split("\n")[1]).toBe("163 new entries, 0 already there, 0 refused, 0 warnings.");
    for (const id of ids) {
      const { totals } = await readBook(store.citizen(await store.personOfPatient(id)), { showHidden: false });
      expect([totals.results, totals.allergies]).toEqual([20, 2]);
    }
    expect(await store.superuser`select 1 from directory_entries where source_id = 'nd-d'`).toHaveLength(1);
    const again = await importAt(path.join(folder, "bulk"));
    expect([again.code, again.stdout.split("\n")[0]]).toEqual([
      0,
      expect.stringContaining("23 of them had been taken before"),
    ]);
  });

  test("a bad line is named with its number, and costs nobody else anything", async () => {
    const [a, b] = ["bl-a", "bl-b"];
    const at = file(
      lines(
        patientOf(a, someNumber()),
        patientOf(b, someNumber()),
        observationOf("bl-1", a),
        "{broken",
        observationOf("bl-2", b, { effectiveDateTime: "2026-13-01" }),
        "",
        observationOf("bl-3", b),
        observationOf('bl-4"},"x":{"', a),
        { resourceType: 'Observation","x":"', id: "bl-5", subject: { reference: `Patient/${a}` } },
        observationOf("bl-6", a, { valueString: "a\u2028b\u2029c\u0085d" }),
        "[]",
        "null",
      ),
      "bad.ndjson",
    );
    const ran = await importAt(at);
    expect(ran.code).toBe(2);
    const said = ran.stdout
      .split("\n")
      .slice(2, -1)
      .map((l) => l.trim());
    expect(said.filter((l) => l.startsWith("bad.ndjson"))).toEqual([
      "bad.ndjson, line 4",
      "bad.ndjson, line 11",
      "bad.ndjson, line 12",
      "bad.ndjson, lines 1–10",
      "bad.ndjson, lines 2–7",
    ]);
    expect(said.join("\n")).toMatch(/line 5\.effectiveDateTime: This is not a real date/);
    expect(said.join("\n")).toMatch(/line 8/);
    expect(said.join("\n")).toMatch(/line 9/);
    expect((await resultsOf(await store.personOfPatient(a))).map((r) => r.id)).toHaveLength(2);
    expect(await resultsOf(await store.personOfPatient(b))).toHaveLength(1);
    expect((await store.versionsOf("Observation", "bl-6"))[0]?.resource.valueString).toBe("a\u2028b\u2029c\u0085d");
  });

  test("bytes that are no UTF-8 are refused and not guessed; byte-order marks, a missing last line feed, Bundles as lines and long files are all right", async () => {
    const good = JSON.stringify(patientOf("u8", someNumber()));
    const broken = [
      Buffer.from(`${good}\r\n{"resourceType":"Basic","a":"`),
      Buffer.from([0xff]),
      Buffer.from('"}\r\n'),
    ];
    const bundle = transaction(patientOf("bo-2", someNumber()), observationOf("bo-2-o", "bo-2"));
    const long = range(1_200).map((i) => observationOf(`lo-${i}`, "lo"));
    const ran = await importAt(
      file(Buffer.concat(broken), "u8.ndjson"),
      file(`\ufeff${lines(patientOf("bo", someNumber()), observationOf("bo-1", "bo"), bundle)}`, "bo.ndjson"),
      file(lines(patientOf("lo", someNumber()), ...long), "lo.ndjson"),
    );
    const said = ran.stdout.split("\n").slice(1, -1);
    expect([ran.code, said]).toEqual([
      2,
      [
        "1206 new entries, 0 already there, 1 refused, 0 warnings.",
        "  u8.ndjson, line 2",
        "    The body is not UTF-8 text.",
      ],
    ]);
    const { totals } = await readBook(store.citizen(await store.personOfPatient("lo")), { showHidden: false });
    expect(totals.results).toBe(1_200);
  });

  test("staff whom no person follows are taken: everybody's record may speak of them", async () => {
    const staff = range(3).map((i) => ({ resourceType: "Practitioner", id: `st-${i}`, name: [{ text: `BS. ${i}` }] }));
    const ran = await importAt(file(lines(...staff), "Practitioner.only.ndjson"));
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining("3 new entries")]);
    expect(await store.superuser`select 1 from directory_entries where source_id like 'st-%'`).toHaveLength(3);
  });
});

describe("--person binds, as an operator's act", () => {
  test("what names somebody else, or nobody, is the person's; who they are and whether they live is not touched", async () => {
    const number = someNumber();
    await store.send(
      transaction(
        patientOf("pe", number, { name: [{ text: "Nguyễn Văn An" }], birthDate: "1958-02-14", gender: "male" }),
      ),
    );
    const person = await store.personOfPatient("pe");
    const [before] =
      await store.superuser`select demographics, birth_low, sex, deceased_on, updated_at from persons where id = ${person}`;
    const foreign = patientOf("pe-foreign", undefined, {
      name: [{ text: "John Doe" }],
      birthDate: "1990-01-01",
      gender: "female",
      deceasedDateTime: "2020-01-01",
    });
    const ran = await importAt(
      file(transaction(foreign, observationOf("pe-1", "pe-foreign"))),
      file(observationOf("pe-2", "whoever")),
      "--person",
      number.replace(/(...)/g, "$1 ").trim(),
    );
    expect([ran.code, ran.stdout.split("\n")[0]]).toEqual([0, expect.stringContaining("2 accepted")]);
    expect(await resultsOf(person)).toHaveLength(2);
    const [after] =
      await store.superuser`select demographics, birth_low, sex, deceased_on, updated_at from persons where id = ${person}`;
    expect(after).toEqual(before);
    expect(await store.superuser`select 1 from identifiers where person_id = ${person}`).toHaveLength(1);
  });

  test("an unknown number makes the person, once; the act is in the operators' log and in the person's own, without the number", async () => {
    const number = someNumber();
    const before = (await store.rowCounts()).persons ?? 0;
    await importAt(file(observationOf("lg-1", "x")), file(observationOf("lg-2", "x")), "--person", number);
    const ran = await importAt(file(observationOf("lg-3", "x")), "--person", number);
    expect((await store.rowCounts()).persons).toBe(before + 1);
    const person = await store.personOf(number);
    expect(await resultsOf(person)).toHaveLength(3);
    const acts =
      await store.superuser`select act, actor_kind, about_kind, about_id, detail from acts where about_id = ${person} order by id`;
    const act = { act: "feed.import-bound", actor_kind: "job", about_kind: "person", about_id: person };
    expect(acts).toEqual([
      { ...act, detail: { files: 2 } },
      { ...act, detail: { files: 1 } },
    ]);
    const citizen = { kind: "citizen", personId: person, assuranceLevel: 2, authenticatedAt: new Date() } as const;
    const { days } = await listAccess(store.reader(citizen), { page: 1 });
    const line = days.flatMap((d) => d.lines).find((l) => l.subject === "import");
    const who = { kind: "operator", you: false, facility: "BV 99001" };
    expect(line).toMatchObject({ basis: "duty", action: "change", outcome: "permit", count: 2, who });
    expect(`${ran.stdout}${JSON.stringify(acts)}${JSON.stringify(days)}`).not.toContain(number);
  });

  test("the two logs are written together or not at all, and nothing is loaded without them", async () => {
    await store.superuser`
      create function test_refuse() returns trigger language plpgsql as $$ begin raise exception 'no log'; end $$`;
    await store.superuser`
      create trigger test_refuse before insert on access_events for each row when (new.subject = 'import') execute function test_refuse()`;
    const before = await store.rowCounts();
    const ran = await importAt(file(observationOf("lg-4", "x")), "--person", someNumber());
    expect(ran.code).toBe(1);
    expect(await store.rowCounts()).toEqual(before);
    await store.superuser`drop function test_refuse cascade`;
  });

  test("what is no personal number binds nothing: exit code 1", async () => {
    const before = await store.rowCounts();
    const ran = await importAt(file(observationOf("np", "x")), "--person", "C1234567");
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([1, "", "A personal number has 12 digits.\n"]);
    expect(await store.rowCounts()).toEqual(before);
  });
});

describe("a command that cannot run says why in a line and takes nothing", () => {
  const away = "postgres://so_khoe_feed:hunter2@127.0.0.1:1/x";
  test.each<[string, () => string[], Partial<Where>, RegExp]>([
    ["another verb", () => ["export", "x.json"], {}, /^usage: npm run feed/],
    ["no files", () => ["import"], {}, /^usage: npm run feed/],
    ["an option there is not", () => ["import", "x.json", "--force"], {}, /--force/],
    ["a file there is not", () => ["import", path.join(folder, "no.json")], {}, /^There is no file .*no\.json\.\n$/],
    [
      "an unknown facility",
      () => ["import", file({}), "--facility", "12345"],
      {},
      /^There is no facility with the code 12345\.\n$/,
    ],
    [
      "keys there are not",
      () => ["import", file({})],
      { keysDir: folder },
      /^The key file .*person-hash\.json cannot be read/,
    ],
    [
      "a sandbox's keys outside a sandbox",
      () => ["import", file({})],
      { sandbox: "0" as const },
      /made for a sandbox; run "npm run keys"/,
    ],
    [
      "a database there is not",
      () => ["import", file({})],
      { databaseUrl: away, feedDatabaseUrl: away },
      /ECONNREFUSED/,
    ],
  ])("%s: exit code 1", async (_name, args, changes, said) => {
    const before = await store.rowCounts();
    const ran = await runFeed({ ...where, ...changes }, args());
    expect([ran.code, ran.stdout, ran.stderr.includes("hunter2")]).toEqual([1, "", false]);
    expect(ran.stderr).toMatch(said);
    expect(await store.rowCounts()).toEqual(before);
  });
});

describeWithTestdata("published data", () => {
  test("Luigi's chart is taken for somebody else by --person; staff and STU3 are refused and said why", async () => {
    const named = (part: string) => testdataFiles("synthea-r4").find((f) => f.includes(part)) ?? "";
    const number = someNumber();
    const ran = await importAt(
      named("Luigi"),
      named("practitionerInformation"),
      ...testdataFiles("ips-stu3"),
      "--person",
      number,
    );
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain("3 deliveries: 1 accepted, 0 partly, 0 waiting for an operator, 2 refused");
    expect(ran.stdout).toMatch(/practitionerInformation\d+\.json\n {4}There is no Patient here/);
    expect(ran.stdout).toMatch(/STU3\.json\n {4}Bundle\.entry\[\d+\]\.resource\.\w+: This Bundle is FHIR STU3/);
    const { totals } = await readBook(store.citizen(await store.personOf(number)), { showHidden: false });
    expect(totals.vaccinations).toBeGreaterThan(10);
    expect(await store.superuser`select 1 from identifiers where system = ${CCCD}`).not.toHaveLength(0);
  });
});

describe("files that are neither FHIR nor XML", () => {
  test("are told by their names: register exports by .csv, forms by .831.json, with rows of the whole file", async () => {
    const [child, woman] = [someNumber(), someNumber()];
    const rows = [...rowsOf({ number: child }, DOSES), ...rowsOf({ own: "DT-9" }, [";;1;1/1/2025;;;"])];
    const ran = await importAt(
      file(csvOf(rows), "tiem-chung.csv"),
      file(jsonOf(formOf({ so_dinh_danh: woman })), "lan.831.json"),
    );
    expect(ran.stdout).toMatch(/^3 deliveries: 2 accepted, 0 partly, 0 waiting for an operator, 1 refused/m);
    expect(ran.stdout).toContain("TIEMCHUNG row 4 vac_xin");
    const book = await readSection(store.citizen(await store.personOf(child)), {
      section: "vaccinations",
      page: 1,
      showHidden: false,
    });
    expect(book.total).toBe(3);
  });
});
