import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { mapPackage } from "#app/adapters/record-store/qd3176/mapping/index.ts";
import type { TableName } from "#app/adapters/record-store/qd3176/package.ts";
import { everyTable, mapped, packageOf, summary, type Tables, testId } from "./sample-case.ts";

const FIELDS = [
  "MA_THUOC",
  "TEN_THUOC",
  "NGAY_YL",
  "MA_DICH_VU",
  "MA_CHI_SO",
  "GIA_TRI",
  "MO_TA",
  "NGAY_KQ",
  "MA_NHOM",
  "CHAN_DOAN_RV",
];
const row = fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom("1", "2", "18", "202611201100", "đường"), {
  maxKeys: 6,
});
const rows = fc.array(row, { maxLength: 6 });
const DETAILS: TableName[] = ["XML0", "XML2", "XML3", "XML4", "XML5", "XML7", "XML10", "XML13", "XML14", "XML15"];
const anyTables = fc
  .record(Object.fromEntries(DETAILS.map((table) => [table, rows])))
  .chain((tables) =>
    fc.record({ tables: fc.constant(tables), kind: fc.constantFrom("01", "03", "10"), closed: fc.boolean() }),
  )
  .map(
    ({ tables, kind, closed }): Tables => (closed ? { ...tables, XML1: [{ ...summary, MA_LOAI_KCB: kind }] } : tables),
  );

/** What each row became, by the row's content; rows that say the same are the same. */
const becameOf = (tables: Tables) =>
  mapped(tables)
    .entries.flatMap(({ source, resource }) => {
      if (!source) return [];
      const { STT, ...fields } = source.fields;
      return [
        `${source.table} ${JSON.stringify(Object.entries(fields).sort())} ${resource.resourceType}/${resource.id}`,
      ];
    })
    .sort();

describe("rows", () => {
  test("are each carried by exactly one entry, whatever they say", () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const pkg = packageOf(tables);
        const sources = mapPackage(pkg, testId).entries.flatMap((entry) => entry.source ?? []);
        const all = Object.values(pkg.tables).flat();
        expect(sources).toHaveLength(all.length);
        expect(new Set(sources)).toEqual(new Set(all));
      }),
    );
  });

  test("keep their ids when they are renumbered and reordered", () => {
    fc.assert(
      fc.property(anyTables, fc.infiniteStream(fc.nat()), (tables, random) => {
        const numbers = random[Symbol.iterator]();
        const shuffled = Object.fromEntries(
          Object.entries(tables).map(([table, list]) => [
            table,
            list
              .map((fields) => ({ at: numbers.next().value as number, fields }))
              .sort((a, b) => a.at - b.at)
              .map(({ fields }, i) => ({ ...fields, STT: String(100 - i) })),
          ]),
        );
        expect(becameOf(shuffled)).toEqual(becameOf(tables));
      }),
    );
  });

  test("of one case never share an id with those of another, and a person is one across cases", () => {
    const ids = (maLk: string) => {
      const { entries } = mapPackage({ ...packageOf(everyTable), maLk }, testId);
      return entries.map(({ resource }) => `${resource.resourceType}/${resource.id}`);
    };
    const [one, other] = [ids("A"), ids("B")];
    expect(one.filter((id) => other.includes(id))).toEqual([one[0]]);
    expect(one[0]).toMatch(/^Patient\//);
    expect(one[1]).toMatch(/^Encounter\//);
  });

  test("bring no other person's name or number into a resource", () => {
    const text = mapped(everyTable)
      .entries.map(({ resource }) => decoded(stringifyFhirJson(resource)))
      .join("\n");
    for (const other of [
      "Nguyễn Văn Cha",
      "Lê Thị Mẹ",
      "Nguyễn Bé Con",
      "Phạm Hộ Tống",
      "Trần Bác Sĩ",
      "7912345678",
      "0123456789",
    ])
      expect(text).not.toContain(other);
    expect(text).toContain("Hai phế trường sáng");
  });
});

const decoded = (json: string): string =>
  json.replace(/"data":"([^"]+)"/g, (_, data: string) => Buffer.from(data, "base64").toString("utf8"));
