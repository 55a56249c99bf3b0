import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeed } from "#app/domain/feeds/read-feed.ts";
import { newId } from "#app/shared/ids.ts";
import { bodyOf, expectAccepted, packageStore } from "#test/support/package-store.ts";
import { envelopeXml, packageXml } from "#test/support/qd3176/package-xml.ts";
import { type CaseSpec, plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { resultRow } from "#test/support/qd3176/rows.ts";
import { someNumber } from "#test/support/record-store.ts";

const store = await packageStore();
const operator = store.reader({
  kind: "operator",
  personId: newId(),
  assuranceLevel: 2,
  authenticatedAt: new Date(),
} as const);
let cases = 0;
let facilities = 0;

/** A facility of its own, so that a test sees only what it sent. */
async function facility(): Promise<{ facilityId: string; code: string }> {
  const code = `8${String(++facilities).padStart(4, "0")}`;
  return { facilityId: await store.addFacility(code), code };
}

function caseOf(code: string, spec: CaseSpec = {}) {
  const maLk = spec.maLk ?? `LK${++cases}`;
  const { summary, ...rest } = spec;
  return plausibleCase({
    maCskcb: code,
    maLk,
    summary: { SO_CCCD: someNumber(), MA_THE_BHYT: "", MA_BN: `BN${cases}`, ...summary },
    ...rest,
  });
}

describe("a package", () => {
  test("is in the book of whom it names, with its rows beside what they mean", async () => {
    const { facilityId, code } = await facility();
    const answer = await store.deliver(caseOf(code, { medicines: 3, services: 2, results: 2 }), {}, { facilityId });
    expectAccepted(answer);
    const said = bodyOf(answer);
    expect(said.case).toMatchObject({ MA_CSKCB: code, edition: "1931" });
    expect(said.tables.map((t) => [t.table, t.rows, t.accepted, t.refused])).toEqual([
      ["XML1", 1, 1, 0],
      ["XML2", 3, 3, 0],
      ["XML3", 2, 2, 0],
      ["XML4", 2, 2, 0],
    ]);
    const medicines = await store.live("MedicationRequest", facilityId);
    expect(medicines.map((m) => m.source?.t)).toEqual(["XML2", "XML2", "XML2"]);
    expect(new Set(medicines.map((m) => m.caseId)).size).toBe(1);
  });

  test("leaves no name, number, address or phone in a clinical table", async () => {
    const { facilityId, code } = await facility();
    const number = someNumber();
    const summary = {
      SO_CCCD: number,
      HO_TEN: "Trịnh Thị Kín Đáo",
      MA_THE_BHYT: "GD4797912345678",
      DIA_CHI: "7 ngõ Kín, xã Giấu",
    };
    const more = {
      XML7: [
        {
          SO_LUU_TRU: "1",
          MA_YTE: "YT1",
          MA_KHOA_RV: "K01",
          NGAY_VAO: "202611200800",
          NGAY_RA: "202611201030",
          MA_DINH_CHI_THAI: "0",
          CHAN_DOAN_RV: "Trịnh Thị Kín Đáo khám",
          PP_DIEUTRI: "x",
          MA_TTDV: "1",
          MA_BS: "1",
          TEN_BS: "BS. A",
          NGAY_CT: "20261120",
          HO_TEN_CHA: "Trịnh Văn Cha",
        },
      ],
    };
    const maLk = `${number}20261122`;
    expect((await store.deliver(caseOf(code, { maLk, summary, more }), {}, { facilityId })).state).toBe("accepted");
    const [{ text } = { text: "" }] = await store.superuser<{ text: string }[]>`
      select string_agg(resource::text || coalesce(source::text, ''), ' ') as text from entries where facility_id = ${facilityId}`;
    const papers = [...text.matchAll(/"data": "([^"]+)"/g)].map((m) => Buffer.from(m[1] ?? "", "base64").toString());
    expect(papers.join(" ")).toContain("khám");
    const all = [text, ...papers].join(" ");
    for (const secret of [number, "Kín Đáo", "GD4797912345678", "ngõ Kín", "0900000000", "Văn Cha", "26112001", maLk])
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
  });

  test("leaves nobody beside the patient in its texts either, however they are spelled, nor where they work", async () => {
    const { facilityId, code } = await facility();
    const XML8 = [
      {
        MA_LOAI_KCB: "01",
        HO_TEN_CHA: "TRỊNH VĂN NGHIÊM PHỤ",
        HO_TEN_ME: "Không rõ",
        NGUOI_GIAM_HO: "Ông Trịnh Hữu Giám Hộ (chú ruột)",
        DON_VI: "Công ty May Kín Tiếng",
        NGAY_VAO: "202611200800",
        NGAY_RA: "202611201030",
        CHAN_DOAN_VAO: "Sốt không rõ nguyên nhân",
        CHAN_DOAN_RV: "Sốt",
        QT_BENHLY: "Bố là Trịnh Văn Nghiêm Phụ đưa đến, TRINH HUU GIAM HO ký giấy.",
        TOMTAT_KQ: "x",
        PP_DIEUTRI: "x",
        KET_QUA_DTRI: "1",
        MA_TTDV: "1",
        NGAY_CT: "20261120",
      },
    ];
    const summary = { HO_TEN: "TRỊNH BÉ KÍN", LY_DO_VV: "Trịnh Bé Kín sốt" };
    expect((await store.deliver(caseOf(code, { summary, more: { XML8 } }), {}, { facilityId })).state).toBe("accepted");
    const [{ text } = { text: "" }] = await store.superuser<{ text: string }[]>`
      select string_agg(resource::text || coalesce(source::text, ''), ' ') as text from entries where facility_id = ${facilityId}`;
    const papers = [...text.matchAll(/"data": "([^"]+)"/g)].map((m) => Buffer.from(m[1] ?? "", "base64").toString());
    const all = [text, ...papers].join(" ");
    for (const secret of ["Nghiêm Phụ", "GIAM HO", "Giám Hộ", "May Kín", "Bé Kín"])
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    expect(papers.join(" ")).toContain("Sốt không rõ nguyên nhân");
  });

  test("sent again is answered as the first time and changes nothing", async () => {
    const { facilityId, code } = await facility();
    const bytes = packageXml(caseOf(code));
    const first = await store.sendXml(bytes, { facilityId });
    const before = await store.stateOf(facilityId);
    const [second, third] = await Promise.all([
      store.sendXml(bytes, { facilityId }),
      store.sendXml(bytes, { facilityId }),
    ]);
    for (const again of [second, third]) {
      expect([again.replay, again.messageId, bodyOf(again).tables]).toEqual([
        true,
        first.messageId,
        bodyOf(first).tables,
      ]);
    }
    expect(await store.stateOf(facilityId)).toEqual(before);
  });

  test("of another facility is refused whole", async () => {
    const { code } = await facility();
    const other = await facility();
    const answer = await store.deliver(caseOf(code), {}, { facilityId: other.facilityId });
    expect([answer.status, answer.state, bodyOf(answer).issues[0]?.code]).toEqual([422, "rejected", "other-facility"]);
    expect(await store.stateOf(other.facilityId)).toEqual([]);
  });

  test("with several cases is one delivery for each", async () => {
    const { facilityId, code } = await facility();
    const answer = await store.sendXml(envelopeXml([caseOf(code), caseOf(code), caseOf(code)]), { facilityId });
    expect([answer.status, answer.state]).toEqual([200, "accepted"]);
    const encounters = await store.live("Encounter", facilityId);
    expect(new Set(encounters.map((e) => e.personId)).size).toBe(3);
  });

  test("without anybody who can be told waits for an operator, and is taken once it can", async () => {
    const { facilityId, code } = await facility();
    const number = someNumber();
    const bytes = packageXml(caseOf(code, { summary: { SO_CCCD: "", MA_BN: `BN-${number}` } }));
    const waiting = await store.sendXml(bytes, { facilityId });
    expect([waiting.status, waiting.state, bodyOf(waiting).case?.MA_LK?.startsWith("LK")]).toEqual([
      202,
      "quarantined",
      true,
    ]);
    await store.deliver(caseOf(code, { summary: { SO_CCCD: number, MA_BN: `BN-${number}` } }), {}, { facilityId });
    const taken = await store.sendXml(bytes, { facilityId });
    expect([taken.status, taken.state, taken.replay]).toEqual([200, "accepted", false]);
  });
});

describe("a newer package of the same case", () => {
  test("replaces the whole earlier one: what it lacks is withdrawn, what is the same stays", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKR", medicines: 3, summary: { SO_CCCD: someNumber() } };
    await store.deliver(caseOf(code, spec), { preparedOn: "20261120" }, { facilityId });
    const answer = await store.deliver(
      caseOf(code, { ...spec, medicines: 1 }),
      { preparedOn: "20261121" },
      { facilityId },
    );
    expectAccepted(answer);
    expect(bodyOf(answer).entries.withdrawn).toBe(2);
    const medicines = await store.live("MedicationRequest", facilityId);
    expect(medicines.map((m) => m.withdrawn).sort()).toEqual([false, true, true]);
  });

  test("brings a withdrawn row back when it has it again", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKB", summary: { SO_CCCD: someNumber() } };
    for (const [day, medicines] of [
      ["20261118", 2],
      ["20261119", 1],
      ["20261120", 2],
    ] as const)
      await store.deliver(caseOf(code, { ...spec, medicines }), { preparedOn: day }, { facilityId });
    const medicines = await store.live("MedicationRequest", facilityId);
    expect(medicines.map((m) => m.withdrawn)).toEqual([false, false]);
  });

  test("of the same day counts by receipt, as often as it goes back and forth", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKD", summary: { SO_CCCD: someNumber() } };
    for (const LY_DO_VV of ["Ho", "Sốt", "Ho", "Đau đầu", "Ho"]) {
      const summary = { ...spec.summary, LY_DO_VV };
      // The same bytes would be a replay.
      const GHI_CHU = `lần ${Math.random()}`;
      await store.deliver(
        caseOf(code, { ...spec, summary: { ...summary, GHI_CHU } }),
        { preparedOn: "20261120" },
        { facilityId },
      );
    }
    const [visit] = await store.live("Encounter", facilityId);
    expect(visit?.source?.f.LY_DO_VV).toBe("Ho");
  });

  test("made on a day to come does not hold for ever", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKF", medicines: 1, summary: { SO_CCCD: someNumber() } };
    await store.deliver(caseOf(code, spec), { preparedOn: "20621121" }, { facilityId });
    const answer = await store.deliver(
      caseOf(code, { ...spec, medicines: 2 }),
      { preparedOn: "20621122" },
      { facilityId },
    );
    expect(bodyOf(answer).issues.map((i) => i.code)).not.toContain("older-package");
    expect((await store.live("MedicationRequest", facilityId)).map((m) => m.withdrawn)).toEqual([false, false]);
  });

  test("is told when it came late: a newer one holds", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKL", summary: { SO_CCCD: someNumber() } };
    await store.deliver(caseOf(code, spec), { preparedOn: "20261121" }, { facilityId });
    const late = await store.deliver(
      caseOf(code, { ...spec, medicines: 3 }),
      { preparedOn: "20261120" },
      { facilityId },
    );
    expect([late.state, bodyOf(late).issues.map((i) => i.code)]).toEqual(["accepted", ["older-package"]]);
  });

  test("with a row that is refused withdraws nothing of that table", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKW", medicines: 0, services: 0, results: 2, summary: { SO_CCCD: someNumber() } };
    await store.deliver(caseOf(code, spec), { preparedOn: "20261119" }, { facilityId });
    const tables = caseOf(code, { ...spec, results: 1 });
    const broken = {
      ...tables,
      XML4: [...(tables.XML4 ?? []), resultRow({ MA_LK: "LKW", GIA_TRI: "", MO_TA: "", KET_LUAN: "" })],
    };
    const answer = await store.deliver(broken, { preparedOn: "20261120" }, { facilityId });
    expect(answer.state).toBe("partly_accepted");
    expect(bodyOf(answer).tables.find((t) => t.table === "XML4")).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
    const results = await store.live("Observation", facilityId);
    expect(results.map((r) => r.withdrawn)).toEqual([false, false]);
  });

  test("that names another person takes the case to them, and nothing of it stays with the first", async () => {
    const { facilityId, code } = await facility();
    const [wrong, right] = [someNumber(), someNumber()];
    const spec = { maLk: "LKP", medicines: 2 };
    const who = (SO_CCCD: string) => ({ summary: { SO_CCCD, MA_BN: `BN${SO_CCCD}` } });
    await store.deliver(caseOf(code, { ...spec, ...who(wrong) }), { preparedOn: "20261119" }, { facilityId });
    await store.deliver(
      caseOf(code, { ...spec, medicines: 1, ...who(right) }),
      { preparedOn: "20261120" },
      { facilityId },
    );
    const [first, second] = [await store.personOf(wrong), await store.personOf(right)];
    const rows = await store.superuser<{ person: string; shown: boolean }[]>`
      select person_id as person, bool_or(withdrawn_reason is distinct from 'moved') as shown from entries
      where facility_id = ${facilityId} and current and resource_type <> 'Patient' group by 1`;
    expect(rows.find((r) => r.person === first)?.shown).toBe(false);
    expect(rows.find((r) => r.person === second)?.shown).toBe(true);
  });

  test("ends in the same state whatever the order of arrival", async () => {
    const number = someNumber();
    const spec = (n: number): CaseSpec => ({
      maLk: "LKO",
      medicines: [2, 3, 1, 2][n] ?? 1,
      services: [1, 0, 2, 1][n] ?? 1,
      results: [1, 2, 0, 3][n] ?? 1,
      summary: { SO_CCCD: number, LY_DO_VV: ["Ho", "Sốt", "Ho", "Mệt"][n] ?? "" },
    });
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    const states = new Set<string>();
    await fc.assert(
      fc.asyncProperty(order, async (days) => {
        const { facilityId, code } = await facility();
        for (const n of days) await store.deliver(caseOf(code, spec(n)), { preparedOn: `2026111${n}` }, { facilityId });
        states.add(
          (await store.stateOf(facilityId))
            .filter((l) => l.includes(" false "))
            .join("\n")
            .replaceAll(code, "CODE"),
        );
        expect(states.size).toBe(1);
      }),
      { numRuns: 12 },
    );
  });

  test("at once with others of the same case: one holds, and nothing is lost", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKC", summary: { SO_CCCD: someNumber() } };
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((medicines) =>
        store.deliver(caseOf(code, { ...spec, medicines }), { preparedOn: `2026111${medicines}` }, { facilityId }),
      ),
    );
    expect(answers.map((a) => a.state)).toEqual(Array(5).fill("accepted"));
    const medicines = await store.live("MedicationRequest", facilityId);
    expect(medicines.filter((m) => !m.withdrawn)).toHaveLength(5);
  });
});

describe("a check-in", () => {
  const checkIn = (code: string, maLk: string, number: string, NGAY_VAO = "202611200755") => ({
    XML0: [
      {
        MA_LK: maLk,
        STT: "1",
        MA_BN: "BN1",
        HO_TEN: "Nguyễn Thị Thử Nghiệm",
        SO_CCCD: number,
        NGAY_SINH: "198305200000",
        GIOI_TINH: "2",
        MA_LOAI_KCB: "01",
        MA_CSKCB: code,
        NGAY_VAO,
        MA_DOITUONG_KCB: "1.1",
      },
    ],
  });

  test.each([["before"], ["after"]])(
    "opens an expected visit that the summary closes, arriving %s it",
    async (when) => {
      const { facilityId, code } = await facility();
      const number = someNumber();
      const maLk = `LKI${when}`;
      const came = () => store.deliver(checkIn(code, maLk, number), { preparedOn: "20261120" }, { facilityId });
      const told = () =>
        store.deliver(caseOf(code, { maLk, summary: { SO_CCCD: number } }), { preparedOn: "20261120" }, { facilityId });
      if (when === "before") {
        expectAccepted(await came());
        const [expected] = await store.live("Encounter", facilityId);
        expect(expected?.resource.status).toBe("arrived");
        expect((await readFeed(operator, { facilityId })).expected).toEqual({ count: 1, since: expect.any(String) });
        expectAccepted(await told());
      } else {
        await told();
        await came();
      }
      const visits = await store.live("Encounter", facilityId);
      expect(visits.map((v) => [v.resource.status, v.withdrawn])).toEqual([["finished", false]]);
      const [row] = await store.superuser`select kind from packages where facility_id = ${facilityId}`;
      expect(row?.kind).toBe("visit");
      expect((await readFeed(operator, { facilityId })).expected).toEqual({ count: 0, since: undefined });
    },
  );
});

describe("a stay in hospital", () => {
  test.each(["03", "04", "06", "09"])(
    "of kind %s tells what was given there, never a current medicine",
    async (kind) => {
      const { facilityId, code } = await facility();
      const summary = { MA_LOAI_KCB: kind, SO_CCCD: someNumber(), NGAY_VAO_NOI_TRU: "202611200810", SO_NGAY_DTRI: "1" };
      await store.deliver(caseOf(code, { summary }), {}, { facilityId });
      expect(await store.live("MedicationRequest", facilityId)).toEqual([]);
      expect((await store.live("MedicationAdministration", facilityId)).length).toBe(2);
    },
  );
});

describe("protected codes", () => {
  const labelsOf = (facilityId: string) => store.superuser<{ label: string; cases: number }[]>`
    select l.label, count(distinct l.case_id)::int as cases from case_labels l
    where l.case_id in (select case_id from entries where facility_id = ${facilityId}) group by 1 order by 1`;

  test("close the whole case at the door, once, however often it is sent", async () => {
    const { facilityId, code } = await facility();
    const spec = { maLk: "LKH", summary: { SO_CCCD: someNumber(), MA_BENH_KT: "B20;I10" } };
    await store.deliver(caseOf(code, spec), { preparedOn: "20261119" }, { facilityId });
    await store.deliver(caseOf(code, { ...spec, medicines: 3 }), { preparedOn: "20261120" }, { facilityId });
    expect(await labelsOf(facilityId)).toEqual([{ label: "hiv", cases: 1 }]);
    const [{ n } = { n: 0 }] = await store.superuser<{ n: number }[]>`
      select count(*)::int as n from case_labels where case_id in (select case_id from entries where facility_id = ${facilityId})`;
    expect(n).toBe(1);
  });

  test("of a table about HIV close the case also where its rows cannot be read", async () => {
    const { facilityId, code } = await facility();
    const tables = caseOf(code, { medicines: 0 });
    const other = {
      XML6: [
        { MA_LK: "ANOTHER", NGAYKD_HIV: "20200101" },
        { MA_LK: tables.XML1?.[0]?.MA_LK ?? "", X: "1" },
      ],
    };
    await store.deliver({ ...tables, ...other }, {}, { facilityId });
    expect(await labelsOf(facilityId)).toEqual([{ label: "hiv", cases: 1 }]);
  });

  test("of an ordinary visit close nothing", async () => {
    const { facilityId, code } = await facility();
    await store.deliver(caseOf(code), {}, { facilityId });
    expect(await labelsOf(facilityId)).toEqual([]);
  });

  test("in a FHIR Condition close its visit too", async () => {
    const { facilityId } = await facility();
    const entries = [
      { resourceType: "Patient", id: "p", identifier: [{ system: "http://fhir.vn/sid/cccd", value: someNumber() }] },
      {
        resourceType: "Encounter",
        id: "v",
        status: "finished",
        class: { code: "AMB" },
        subject: { reference: "Patient/p" },
      },
      {
        resourceType: "Condition",
        id: "c",
        subject: { reference: "Patient/p" },
        encounter: { reference: "Encounter/v" },
        code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "B24" }] },
      },
    ].map((resource) => ({ resource, request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` } }));
    await store.send({ resourceType: "Bundle", type: "transaction", entry: entries }, { facilityId });
    expect(await labelsOf(facilityId)).toEqual([{ label: "hiv", cases: 1 }]);
  });
});

describe("a birth certificate", () => {
  const born = (fields: Record<string, string>) => ({
    HO_TEN_NND: "Nguyễn Thị Thử Nghiệm",
    NGAYSINH_NND: "19830520",
    NGAY_SINH_CON: "202611200915",
    GIOI_TINH_CON: "1",
    SO_CON: "1",
    ...fields,
  });
  const childrenOf = (mother: string) => store.superuser<{ id: string }[]>`
    select person_id as id from person_links where other_person_id = ${mother} and kind = 'mother' order by 1`;

  test("makes the child a person under the mother, whom the child's own package finds by its card", async () => {
    const { facilityId, code } = await facility();
    const number = someNumber();
    const MA_THE_TAM = "TE101KT00000417";
    const more = { XML9: [born({ SO_CCCD_NND: number, HO_TEN_CON: "Con bà Nguyễn Thị Thử Nghiệm", MA_THE_TAM })] };
    const spec = { maLk: "LKM", summary: { SO_CCCD: number } };
    expectAccepted(await store.deliver(caseOf(code, { ...spec, more }), { preparedOn: "20261120" }, { facilityId }));
    const mother = await store.personOf(number);
    const [child, ...others] = await childrenOf(mother);
    expect([others.length, child === undefined]).toEqual([0, false]);
    await store.deliver(caseOf(code, { ...spec, more, medicines: 3 }), { preparedOn: "20261121" }, { facilityId });
    expect(await childrenOf(mother)).toHaveLength(1);
    const summary = {
      SO_CCCD: "",
      MA_BN: "CON-417",
      MA_THE_BHYT: MA_THE_TAM,
      HO_TEN: "Con bà Nguyễn Thị Thử Nghiệm",
      NGAY_SINH: "202611200915",
      GIOI_TINH: "1",
    };
    await store.deliver(caseOf(code, { maLk: "LKN", summary }), {}, { facilityId });
    const [row] = await store.superuser`
      select person_id as person from packages where facility_id = ${facilityId} and person_id <> ${mother}`;
    expect(row?.person).toBe(child?.id);
  });

  test("of twins makes two", async () => {
    const { facilityId, code } = await facility();
    const number = someNumber();
    const twin = (name: string) => born({ SO_CCCD_NND: number, HO_TEN_CON: name, SO_CON: "2" });
    const more = { XML9: [twin("Bé một"), twin("Bé hai")] };
    await store.deliver(caseOf(code, { summary: { SO_CCCD: number }, more }), {}, { facilityId });
    expect(await childrenOf(await store.personOf(number))).toHaveLength(2);
  });
});
