import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import { nameText } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { type KeptBody, openBody } from "#app/domain/feeds/internal/message-body.ts";
import { readResult } from "#app/domain/health-book/read-result.ts";
import {
  CCCD,
  entryOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";
import { testdataFiles, withPersonalNumber } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const store = await recordStore();
const INSURANCE = "http://fhir.ehealth.gov.vn/core/sid/insurance_number";

/** Every table as text, and every binary value as hex, Latin-1 and UTF-8: all that somebody with the disk would see. */
async function dump(): Promise<string> {
  const columns = await store.superuser<{ name: string; schema: string; binary: string[] | null }[]>`
    select c.relname as name, n.nspname as schema, array_agg(a.attname) filter (where a.atttypid = 'bytea'::regtype) as binary
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition group by 1, 2`;
  const parts: string[] = [];
  for (const { name, schema, binary } of columns) {
    const table = store.superuser(`${schema}.${name}`);
    for (const { line } of await store.superuser<{ line: string }[]>`select t::text as line from ${table} t`)
      parts.push(line);
    for (const column of binary ?? []) {
      for (const { value } of await store.superuser<
        { value: Buffer | null }[]
      >`select ${store.superuser(column)} as value from ${table}`)
        if (value) parts.push(value.toString("latin1"), value.toString("utf8"));
    }
  }
  return parts.join("\n");
}
const hex = (text: string) => Buffer.from(text).toString("hex");
const latin1 = (text: string) => Buffer.from(text).toString("latin1");
const leaksIn = (dumped: string, secrets: string[]): string[] =>
  secrets.filter((s) =>
    [s, s.toUpperCase(), s.normalize("NFD"), hex(s), latin1(s), JSON.stringify(s).slice(1, -1)].some((form) =>
      dumped.includes(form),
    ),
  );

const person = {
  number: someNumber(),
  card: "GD4790123456789",
  name: "Nguyễn Thị Bích Đào",
  address: "Số 12 ngõ 5, phố Chợ Mới",
  phone: "0912 345 678",
  passport: "C7654321",
};
const secrets = Object.values(person);
const patient = patientOf("si", person.number, {
  identifier: [
    { system: CCCD, value: person.number },
    { system: INSURANCE, value: person.card },
    { system: "http://fhir.ehealth.gov.vn/core/sid/passport", value: person.passport },
  ],
  name: [{ text: person.name, family: "Nguyễn", given: ["Thị Bích", "Đào"] }],
  address: [{ text: person.address, line: [person.address], city: "Chợ Mới" }],
  telecom: [{ system: "phone", value: person.phone }],
  birthDate: "1958-02-14",
  gender: "female",
  photo: [{ title: person.name }],
  contact: [{ name: { text: "Trần Văn Con" }, telecom: [{ value: "0987 654 321" }] }],
  text: {
    status: "generated",
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${person.name}, ${person.number}</div>`,
  },
});
const send = async (...parts: Json[]) => {
  const answer = await store.send(transaction(patient, ...parts));
  expect(answer.state).toBe("accepted");
  return answer;
};
const stored = async (id: string, type = "Observation") => (await store.versionsOf(type, id))[0];

describe("who the person is stands nowhere in clear", () => {
  test("not in the Patient, whose sealed part opens with the keys and is complete", async () => {
    await send();
    const kept = await stored("si", "Patient");
    expect(Object.keys(kept?.resource ?? {}).sort()).toEqual([
      "birthDate",
      "extension",
      "gender",
      "id",
      "resourceType",
    ]);
    const sealedAt = (kept?.resource.extension ?? []) as { url: string; valueString: string }[];
    const { url, valueString } = sealedAt[0] ?? { url: "", valueString: "" };
    expect(url).toBe("urn:so-khoe:sealed");
    const [row] = await store.superuser<
      { sealed: Buffer }[]
    >`select sealed from sealed_values where person_id = ${kept?.person ?? ""} and id = ${valueString}`;
    const belongs = { table: "sealed_values", owner: kept?.person ?? "", row: valueString };
    const hidden = JSON.parse(unsealText(store.keys, belongs, row?.sealed ?? Buffer.alloc(0)));
    const { resourceType, id, birthDate, gender, ...rest } = patient;
    expect(hidden).toEqual(rest);
    expect(leaksIn(await dump(), [...secrets, "Trần Văn Con", "0987 654 321"])).toEqual([]);
  });

  test.each<[string, Json, RegExp]>([
    [
      "a note",
      { note: [{ text: `Bệnh nhân ${person.name}, CCCD ${person.number}, ĐT ${person.phone}, ở ${person.address}.` }] },
      /Bệnh nhân \{\{name:person\}\}, CCCD \{\{number:[0-9a-f-]+\}\}, ĐT \{\{phone:[0-9a-f-]+\}\}, ở \{\{address:[0-9a-f-]+\}\}\./,
    ],
    [
      "a narrative",
      { text: { status: "generated", div: `<div><b>${person.name}</b>${person.number}</div>` } },
      /<b>\{\{name:person\}\}<\/b>\{\{number:/,
    ],
    ["capitals", { note: [{ text: person.name.toUpperCase() }] }, /\{\{name:person\}\}/],
    ["decomposed letters", { note: [{ text: person.name.normalize("NFD") }] }, /\{\{name:person\}\}/],
    ["the given name first", { note: [{ text: "Thị Bích Đào Nguyễn" }] }, /\{\{name:person\}\}/],
    ["an extension", { extension: [{ url: "urn:x", valueString: person.card }] }, /\{\{number:[0-9a-f-]+\}\}/],
    [
      "an identifier of another resource",
      { identifier: [{ system: CCCD, value: person.number }] },
      /"value": "\{\{number:[0-9a-f-]+\}\}"/,
    ],
    [
      "an identifier under an unknown system",
      { identifier: [{ system: "urn:other", value: person.passport }] },
      /\{\{number:/,
    ],
    [
      "a logical reference",
      { performer: [{ type: "Patient", identifier: { system: CCCD, value: person.number }, display: person.name }] },
      /\{\{number:/,
    ],
    [
      "a reference by search",
      { focus: [{ reference: `Basic?identifier=${CCCD}|${person.number}` }] },
      /Basic\?identifier=.*\{\{number:/,
    ],
    [
      "a reference to another server",
      { focus: [{ reference: `https://his.vn/fhir/Basic/${person.number}` }] },
      /his\.vn\/fhir\/Basic\/\{\{number:/,
    ],
    [
      "an address of a file",
      { extension: [{ url: "x", valueAttachment: { url: `https://pacs.vn/view?pid=${person.number}` } }] },
      /pacs\.vn\/view\?pid=\{\{number:/,
    ],
    [
      "the address of an extension",
      { extension: [{ url: `urn:person:${person.number}`, valueBoolean: true }] },
      /urn:person:\{\{number:/,
    ],
    ["a system", { identifier: [{ system: `urn:${person.card}`, value: "1" }] }, /urn:\{\{number:/],
    [
      "a contained person",
      {
        contained: [
          { resourceType: "RelatedPerson", id: "r", name: [{ text: person.name }], telecom: [{ value: person.phone }] },
        ],
        performer: [{ reference: "#r", display: person.name }],
      },
      /urn:so-khoe:sealed/,
    ],
    [
      "a contained thing named by a number",
      { contained: [{ resourceType: "Basic", id: person.card }], focus: [{ reference: `#${person.card}` }] },
      /#\{\{number:/,
    ],
    ["an element's own id", { note: [{ id: person.number, text: "x" }] }, /\{\{number:/],
    ["a code", { code: { coding: [{ system: "urn:x", code: person.number }] } }, /\{\{number:/],
  ])("not in %s, where a token stands instead", async (name, elements, token) => {
    const id = `si-${name.replace(/[^a-z]/g, "-")}`;
    await send(observationOf(id, "si", elements));
    expect((await stored(id))?.text).toMatch(token);
    expect(leaksIn(await dump(), secrets)).toEqual([]);
  });

  test("nor in what later deliveries without the Patient say", async () => {
    await send();
    await store.send(
      transaction(observationOf("si-later", "si", { note: [{ text: `${person.name} ${person.number}` }] })),
    );
    expect((await stored("si-later"))?.text).toMatch(/\{\{name:person\}\} \{\{number:/);
    expect(leaksIn(await dump(), secrets)).toEqual([]);
  });

  test("nor in refused deliveries and their answers", async () => {
    const answer = await store.send(
      transaction(
        patient,
        observationOf("si-bad", "si", { effectiveDateTime: person.number, status: { [person.number]: person.name } }),
      ),
    );
    expect(answer.state).toBe("rejected");
    expect(leaksIn(JSON.stringify(answer.body), secrets)).toEqual([]);
    await store.send(Buffer.from(`${person.name} ${person.number}`));
    expect(leaksIn(await dump(), secrets)).toEqual([]);
  });

  test("nor in quarantine, where the raw bytes are kept", async () => {
    const strange = transaction({ ...patient, id: "si-strange", name: [{ text: "Hoàn Toàn Khác" }] });
    const answer = await store.send(strange);
    expect(answer.state).toBe("quarantined");
    expect(leaksIn(await dump(), [...secrets, "Hoàn Toàn Khác"])).toEqual([]);
    const [body] = await store.superuser<
      KeptBody[]
    >`select sealed, packed from message_bodies where message_id = ${answer.messageId}`;
    const of = { facilityId: store.facilityId, messageId: answer.messageId };
    expect(body?.packed).toBe(true);
    expect(openBody(store.keys, of, body as KeptBody).toString()).toBe(JSON.stringify(strange));
  });

  test("nor other people's numbers and names that stand beside the person", async () => {
    const mother = { name: "Lê Thị Người Mẹ", number: "001055066077" };
    await send(
      {
        resourceType: "RelatedPerson",
        id: "si-mother",
        patient: { reference: "Patient/si" },
        name: [{ text: mother.name }],
        identifier: [{ system: CCCD, value: mother.number }],
      },
      observationOf("si-m-1", "si", { performer: [{ reference: "RelatedPerson/si-mother", display: mother.name }] }),
      observationOf("si-m-2", "si", {
        performer: [{ reference: "https://elsewhere.vn/fhir/Patient/77", display: mother.name }],
      }),
      observationOf("si-m-3", "si", {
        performer: [{ type: "Patient", display: mother.name, identifier: { system: CCCD, value: mother.number } }],
      }),
      observationOf("si-m-4", "si", {
        performer: [{ reference: `Patient?identifier=${CCCD}|${mother.number}`, display: mother.name }],
      }),
    );
    expect(leaksIn(await dump(), Object.values(mother))).toEqual([]);
  });
});

describe("what is not the person stays", () => {
  test("staff's names stay, also those of a doctor who is the patient", async () => {
    const doctor = {
      resourceType: "Practitioner",
      id: "si-doctor",
      name: [{ text: person.name }],
      identifier: [{ system: "urn:chung-chi", value: "001234/HN-CCHN" }],
      telecom: [{ value: person.phone }],
    };
    await send(doctor, { resourceType: "Practitioner", id: "si-other", name: [{ text: "BS. Trần Đức Anh" }] });
    const rows = await store.superuser<
      { id: string; text: string }[]
    >`select source_id as id, resource::text as text from directory_entries where source_id like 'si-%' order by 1`;
    expect(rows.map((r) => /"text": "([^"]+)"/.exec(r.text)?.[1])).toEqual([person.name, "BS. Trần Đức Anh"]);
    await store.superuser`delete from directory_entries where source_id = 'si-doctor'`;
  });

  test("a doctor's own personal number does not", async () => {
    await send({
      resourceType: "Practitioner",
      id: "si-cccd",
      name: [{ text: "BS. An" }],
      identifier: [
        { system: CCCD, value: "001077077077" },
        { system: "urn:x", value: person.number },
      ],
    });
    expect(leaksIn(await dump(), ["001077077077", person.number])).toEqual([]);
  });

  test("words and values that only hold a part of a name or number", async () => {
    const note = `Đào ngũ, hoa đào, ${person.number}9, x${person.number}, ${person.name}s`;
    await send(observationOf("si-part", "si", { note: [{ text: note }] }));
    expect((await stored("si-part"))?.text).toContain(note);
    await store.superuser`delete from entries where source_id = 'si-part'`;
  });

  test("a measured value keeps its digits even when they are those of a number", async () => {
    const card = "7912345678";
    const other = patientOf("sv", someNumber(), {
      identifier: [
        { system: INSURANCE, value: card },
        { system: CCCD, value: someNumber() },
      ],
    });
    const text = JSON.stringify(transaction(other, observationOf("si-value", "sv"))).replace("7.2", `${card}.0`);
    expect((await store.send(text)).state).toBe("accepted");
    const kept = await stored("si-value");
    expect(kept?.text).toContain(`"value": ${card}.0`);
    const { result } = await readResult(store.citizen(kept?.person ?? ""), {
      id: kept?.entryId ?? "",
      showHidden: false,
    });
    expect(result.value).toMatchObject({ kind: "quantity", value: `${card}.0` });
    await store.superuser`delete from entries where source_id = 'si-value'`;
  });

  test("references keep leading where they led", async () => {
    const bn = "BN2026001";
    const own = {
      ...patient,
      id: bn,
      identifier: [...(patient.identifier as Json[]), { type: { coding: [{ code: "MR" }] }, value: bn }],
    };
    const answer = await store.send(
      transaction(
        { ...entryOf(own), fullUrl: "urn:uuid:x" },
        observationOf("si-ref", bn, { hasMember: [{ reference: "Observation/si-ref" }] }),
      ),
    );
    expect(answer.state).toBe("accepted");
    expect((await stored("si-ref"))?.resource).toMatchObject({
      subject: { reference: expect.stringMatching(/^Patient\/n-[0-9a-f]{40}$/) },
      hasMember: [{ reference: "Observation/si-ref" }],
    });
  });
});

describeWithTestdata("published data", () => {
  const files = [
    ...testdataFiles("synthea-r4").filter((f) => !f.includes("practitioner")),
    ...testdataFiles("ips-2.0.1"),
    ...testdataFiles("ips-1.x"),
  ];

  test("after all of it nothing in the database tells who its patients are", { timeout: 60_000 }, async () => {
    const hidden: string[] = [];
    const doctors: string[] = [];
    for (const [i, file] of files.entries()) {
      const number = someNumber();
      const facilityId = await store.addFacility(`97${100 + i}`);
      const bytes = withPersonalNumber(file, number);
      const answer = await store.send(bytes, { facilityId });
      expect([path.basename(file), answer.state]).toEqual([path.basename(file), "accepted"]);
      const resources: Json[] = JSON.parse(fs.readFileSync(file, "utf8")).entry.map(
        (e: { resource: Json }) => e.resource,
      );
      const [subject] = resources.filter((r) => r.resourceType === "Patient");
      const names = (subject?.name ?? []) as { family?: string; given?: string[] }[];
      const written = names.flatMap((n) => [
        nameText(n as never) ?? "",
        `${(n.given ?? []).join(" ")} ${n.family}`,
        `${n.given?.[0]} ${n.family}`,
      ]);
      const addresses = ((subject?.address ?? []) as { line?: string[]; text?: string }[]).flatMap((a) => [
        ...(a.line ?? []),
        a.text ?? "",
      ]);
      const contacts = ((subject?.telecom ?? []) as { value?: string }[]).map((t) => t.value ?? "");
      const numbers = ((subject?.identifier ?? []) as { value?: string }[])
        .map((x) => x.value ?? "")
        .filter((v) => !v.includes("-") || v.length < 20);
      hidden.push(number, ...written, ...addresses, ...contacts, ...numbers);
      doctors.push(
        ...resources
          .filter((r) => r.resourceType === "Practitioner")
          .map((r) => nameText((r.name as never[])[0] ?? {}) ?? ""),
      );
    }
    const all = [...new Set(hidden)].filter((s) => s.trim().length > 5);
    expect(all.length).toBeGreaterThan(30);
    const dumped = await dump();
    expect(leaksIn(dumped, all)).toEqual([]);
    const [names] = await store.superuser<
      { text: string }[]
    >`select string_agg(resource::text, '') as text from directory_entries where resource_type = 'Practitioner'`;
    expect(doctors.length).toBeGreaterThan(5);
    for (const doctor of doctors) for (const word of doctor.split(" ")) expect(names?.text).toContain(word);
  });
});
