import { exportJWK, FlattenedSign, generateKeyPair } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { addRangeTable } from "#app/domain/facility-registers/add-range-table.ts";
import { machineInput, rangeTableInput, viewerInput } from "#app/domain/facility-registers/input.ts";
import { previewRangeTable } from "#app/domain/facility-registers/preview-range-table.ts";
import { readRegisters } from "#app/domain/facility-registers/read-registers.ts";
import { endMachine, registerMachine } from "#app/domain/facility-registers/register-machine.ts";
import { setViewer } from "#app/domain/facility-registers/set-viewer.ts";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { entryIdOf, newId } from "#app/shared/ids.ts";
import {
  entryOf,
  type Json,
  observationOf,
  patientOf,
  recordStore,
  someNumber,
  transaction,
} from "#test/support/record-store.ts";

const store = await recordStore();
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 2, authenticatedAt: new Date() });
const { facilityId } = store;

const CSV =
  "\ufeffMA_CHI_SO;DON_VI;GIOI;TUOI_TU;TUOI_DEN;THAP;CAO;LOI\r\n1000001;mmol/L;chung;6575;;3,90;6.40;Lúc đói\r\n";
const table = (changes: Record<string, string> = {}) =>
  rangeTableInput.parse({
    idempotencyKey: newId(),
    csv: CSV,
    validFrom: "2026-01-01",
    sourceDocument: "QĐ 15",
    signedBy: "BS. Lâm",
    rangeBasis: "Luật 15/2023/QH15",
    ...changes,
  });

const MA = "urn:so-khoe:qd3176:";
let person = "";
const result = (id: string, elements: Json = {}) =>
  observationOf(id, "p", {
    code: { coding: [{ system: `${MA}MA_CHI_SO`, code: "1000001" }], text: "Glucose" },
    category: [
      { coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" }] },
    ],
    valueQuantity: { value: 7.1, unit: "mmol/L" },
    ...elements,
  });
const page = (type: string, id: string) =>
  readResult(store.citizen(person), { id: entryIdOf(facilityId, type, id), showHidden: false });

beforeAll(async () => {
  const number = someNumber();
  const range = [{ low: { value: 4, unit: "mmol/L" }, high: { value: 6, unit: "mmol/L" } }];
  const sent = await store.send(
    transaction(
      patientOf("p", number, { birthDate: "1961-03-12", gender: "female" }),
      result("bare"),
      result("own", { referenceRange: range }),
      result("old", { effectiveDateTime: "2025-12-31" }),
      entryOf(result("machine", { extension: [{ url: `${MA}MA_MAY`, valueString: "XN.1.99001.A;XN.1.99001.B" }] })),
      {
        resourceType: "ImagingStudy",
        id: "study",
        status: "available",
        subject: { reference: "Patient/p" },
        started: "2026-11-01",
        identifier: [{ system: "urn:dicom:uid", value: "urn:oid:1.2.840.1.7" }],
      },
    ),
  );
  expect(sent.state).toBe("accepted");
  person = await store.personOf(number);
});

describe("a table of reference ranges", () => {
  test("names the fault of each line, and is kept whole or not at all", async () => {
    const csv =
      "MA_CHI_SO,DON_VI,GIOI,TUOI_TU,TUOI_DEN,THAP,CAO\n1,mmol/L,Nam,0,,x,2\n2,,Nữ,5,5,1,2\n3,%,?,0,,,\n4,%,Nam,0,100,1,2\n4,%,chung,99,,1,2\n";
    const input = table({ csv });
    const read = previewRangeTable(input.csv);
    if ("errors" in read) throw new Error("not read");
    expect(read.preview.faults.map((f) => `${f.line} ${f.fault}`)).toEqual([
      "1 bounds",
      "2 unit",
      "2 age",
      "3 sex",
      "3 nothing",
      "5 overlap",
    ]);
    expect(await addRangeTable(operator, facilityId, input)).toMatchObject({ errors: { csv: ["range-faults"] } });
    expect((await readRegisters(operator, facilityId)).tables).toEqual([]);
  });

  test("before any has come, a result without a range says so", async () => {
    expect((await page("Observation", "bare")).result).toMatchObject({ ranges: [], noRange: "no-table" });
  });

  test("sent twice, also at once, is kept once, with its digits; from the back button with another table it is refused", async () => {
    const input = table();
    const added = await Promise.all([1, 2, 3].map(() => addRangeTable(operator, facilityId, input)));
    for (const one of added) expect(one).toEqual({ id: input.idempotencyKey });
    const other = table({ idempotencyKey: input.idempotencyKey, csv: CSV.replace("6.40", "7") });
    expect(await addRangeTable(operator, facilityId, other)).toEqual({ errors: { "": ["already-sent"] } });
    const [row] = await store.superuser`select low, high from reference_ranges where facility_id = ${facilityId}`;
    expect(row).toEqual({ low: "3.90", high: "6.40" });
    const { tables } = await readRegisters(operator, facilityId);
    expect(tables).toMatchObject([{ lines: 1, signingKey: undefined, legalBasis: "Luật 15/2023/QH15" }]);
  });

  test("stands with a result that has none of its own, marked as the table's; it judges nothing", async () => {
    const { result: bare } = await page("Observation", "bare");
    expect(bare.tableRange).toEqual({ low: "3.90", high: "6.40", text: "Lúc đói", unit: "mmol/L", from: "2026-01-01" });
    expect([bare.ranges, bare.interpretation]).toEqual([[], undefined]);
    expect((await page("Observation", "own")).result.tableRange).toBeUndefined();
    expect((await page("Observation", "old")).result).toMatchObject({ noRange: "no-line" });
    const { items } = await readSection(store.citizen(person), { section: "results", page: 1, showHidden: false });
    expect(items.filter((i) => i.kind === "result" && i.tableRange).length).toBe(2);
  });

  test("a new one ends the old the day it begins; results of before keep theirs", async () => {
    await addRangeTable(operator, facilityId, table({ validFrom: "2026-11-10", csv: CSV.replace("6.40", "6.1") }));
    expect((await readRegisters(operator, facilityId)).tables.map((t) => [t.validFrom, t.validTo])).toEqual([
      ["2026-11-10", undefined],
      ["2026-01-01", "2026-11-10"],
    ]);
    expect((await page("Observation", "bare")).result.tableRange?.high).toBe("6.40");
    expect(await addRangeTable(operator, facilityId, table({ validFrom: "2026-11-10" }))).toEqual({
      errors: { validFrom: ["range-dates"] },
    });
  });

  test("signed by a key of the facility is said to be; by another's it is refused", async () => {
    const place = await store.addFacility("99002");
    const sign = async (key: CryptoKey, text: string) => {
      const jws = await new FlattenedSign(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: "ES256", kid: "lab-1" })
        .sign(key);
      return `${jws.protected}..${jws.signature}`;
    };
    const [own, other] = [await generateKeyPair("ES256"), await generateKeyPair("ES256")];
    const jwks = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "lab-1" }] };
    await store.superuser`
      insert into machine_clients (client_id, facility_id, name, scopes, jwks) values ('c', ${place}, 'c', '{system/*.cud}', ${store.superuser.json(jwks as never)})`;
    const { csv } = table();
    expect(await addRangeTable(operator, place, table({ signature: await sign(other.privateKey, csv) }))).toEqual({
      errors: { signature: ["signature"] },
    });
    expect(await addRangeTable(operator, place, table({ signature: "a..b" }))).toEqual({
      errors: { signature: ["signature"] },
    });
    expect(await addRangeTable(operator, place, table({ signature: await sign(own.privateKey, csv) }))).toHaveProperty(
      "id",
    );
    expect((await readRegisters(operator, place)).tables).toMatchObject([{ signingKey: "lab-1" }]);
  });
});

describe("a machine with AI", () => {
  const machine = (changes: Record<string, string> = {}) =>
    machineInput.parse({
      machineCode: "XN.1.99001.B",
      machineName: "Máy",
      registration: "1/BYT",
      machineSince: "2026-06-01",
      machineBasis: "x",
      ...changes,
    });

  test("labels the results of its time, and no others", async () => {
    expect((await page("Observation", "machine")).result.aiHelped).toBe(false);
    await Promise.all([1, 2].map(() => registerMachine(operator, facilityId, machine())));
    expect((await page("Observation", "machine")).result.aiHelped).toBe(true);
    expect((await page("Observation", "bare")).result.aiHelped).toBe(false);
    expect(await registerMachine(operator, facilityId, machine({ machineSince: "2026-07-01" }))).toEqual({
      errors: { machineCode: ["code-taken"] },
    });
    const end = { machineCode: "XN.1.99001.B", machineSince: "2026-06-01", machineUntil: "2026-10-01" };
    expect([await endMachine(operator, facilityId, end), await endMachine(operator, facilityId, end)]).toEqual([
      true,
      false,
    ]);
    expect((await page("Observation", "machine")).result.aiHelped).toBe(false);
  });
});

describe("an image viewer", () => {
  const viewer = (viewerTemplate: string, viewerHost: string) =>
    viewerInput.safeParse({ viewerTemplate, viewerHost, viewerBasis: "x" });

  test.each([
    ["http://a.vn/{studyUid}", "a.vn"],
    ["https://a.vn/", "a.vn"],
    ["https://a.vn/{patientId}", "a.vn"],
    ["https://a.vn/{studyUid}", "b.vn"],
    ["https://{studyUid}.a.vn/", "1.2.3.a.vn"],
    ["https://user@a.vn/{studyUid}", "a.vn"],
    ["javascript:alert({studyUid})", "a.vn"],
  ])("%s on %s is refused", (template, host) => expect(viewer(template, host).success).toBe(false));

  test("is where a study's page leads, with the study alone", async () => {
    expect((await page("ImagingStudy", "study")).result.viewer).toBeUndefined();
    const { data } = viewer("https://hinh.a.vn/xem?s={studyUid}", "hinh.a.vn");
    if (!data) throw new Error("refused");
    const set = await Promise.all([1, 2].map(() => setViewer(operator, facilityId, data)));
    expect(set).toEqual([{ id: facilityId }, { id: facilityId }]);
    expect((await page("ImagingStudy", "study")).result.viewer).toBe("https://hinh.a.vn/xem?s=1.2.840.1.7");
    expect((await readRegisters(operator, facilityId)).viewer).toMatchObject({ host: "hinh.a.vn" });
  });
});
