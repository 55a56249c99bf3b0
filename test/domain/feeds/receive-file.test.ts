import { describe, expect, test } from "vitest";
import type { BookSection } from "#app/domain/access/data-types.ts";
import type { PackageOutcome } from "#app/domain/feeds/package-outcome.ts";
import { readMessage } from "#app/domain/feeds/read-message.ts";
import { receiveFile } from "#app/domain/feeds/receive-file.ts";
import type { IncomingMessage, MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { localDay } from "#app/shared/dates.ts";
import { newId } from "#app/shared/ids.ts";
import { csvOf, DOSES, formOf, jsonOf, rowsOf } from "#test/support/feed-files/samples.ts";
import { recordStore, someNumber } from "#test/support/record-store.ts";

const store = await recordStore();
const ctx = { db: store.feed, keys: store.keys, now: () => new Date() };

const send = (format: NonNullable<IncomingMessage["format"]>, bytes: Uint8Array, facilityId = store.facilityId) =>
  receiveFile(ctx, { facilityId, channel: "api", clientId: "test", format, bytes, allowSingle: false });

type Body = PackageOutcome & { cases?: PackageOutcome[] };
const bodyOf = (answer: MessageAnswer) => answer.body as Body;
const tableOf = (outcome: PackageOutcome | undefined) => {
  const { issues, ...counts } = outcome?.tables[0] ?? { issues: [] };
  return { ...counts, issues: issues.map((i) => `${i.severity} ${i.code} ${i.row ?? ""}`.trim()) };
};
const section = async (number: string, name: BookSection) =>
  readSection(store.citizen(await store.personOf(number)), { section: name, page: 1, showHidden: false });

describe("an export of the immunisation register", () => {
  test("is in the book of each child, parted, with rows counted in the whole file", async () => {
    const [bao, ti] = [someNumber(), someNumber()];
    const bytes = csvOf([
      ...rowsOf({ number: bao }, DOSES.slice(0, 2)),
      ...rowsOf({ name: "Nguyễn Văn Tí", number: ti }, ["BCG;Lao;1;20/10/2024;B1;;", "Sởi;;1;40/10/2025;;;"]),
    ]);
    const answer = await send("immunization-csv", bytes);
    expect([answer.status, answer.state]).toEqual([200, "partly_accepted"]);
    const { cases } = bodyOf(answer);
    expect(tableOf(cases?.[0])).toEqual({
      table: "TIEMCHUNG",
      rows: 2,
      accepted: 2,
      warned: 0,
      refused: 0,
      issues: [],
    });
    expect(tableOf(cases?.[1])).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
    expect(tableOf(cases?.[1]).issues).toContain("error vaccination-date-unread 4");
    const book = await section(bao, "vaccinations");
    expect(
      book.items.map((v) => [v.title, v.kind === "vaccination" && v.dose, v.when && localDay(new Date(v.when.from))]),
    ).toEqual([
      ["ComBE Five", "1", "2024-12-18"],
      ["BCG", "1", "2024-10-16"],
    ]);
    expect((await section(ti, "vaccinations")).items).toHaveLength(1);
  });

  test("sent twice changes nothing; what was added since is taken", async () => {
    const number = someNumber();
    const before = csvOf(rowsOf({ number }, DOSES.slice(0, 2)));
    await send("immunization-csv", before);
    const again = await send("immunization-csv", before);
    expect([again.replay, again.state]).toEqual([true, "accepted"]);
    const more = await send("immunization-csv", csvOf(rowsOf({ number }, DOSES)));
    expect(bodyOf(more).entries).toEqual({ written: 1, unchanged: 3, withdrawn: 0 });
    expect((await section(number, "vaccinations")).total).toBe(3);
  });

  test("keeps each part's bytes, and no number, name or place in a clinical row", async () => {
    const number = someNumber();
    const answer = await send("immunization-csv", csvOf(rowsOf({ name: "Trịnh Xuân Kỳ", number }, DOSES)));
    const [kept] = await store.superuser`
      select m.format, b.message_id is not null as body from messages m left join message_bodies b on b.facility_id = m.facility_id and b.message_id = m.id where m.id = ${answer.messageId}`;
    expect(kept).toEqual({ format: "immunization-csv", body: true });
    const rows = await store.superuser<{ text: string }[]>`
      select e.resource::text || coalesce(e.source::text, '') as text from entries e where e.message_id = ${answer.messageId}`;
    expect(rows.length).toBe(4);
    for (const { text } of rows) expect(text).not.toMatch(new RegExp(`${number}|Trịnh Xuân Kỳ`));
  });

  test("of a child without a number waits, and is in nobody's book", async () => {
    const answer = await send("immunization-csv", csvOf(rowsOf({ name: "Bé Na", own: "DT-778" }, DOSES)));
    expect([answer.status, answer.state]).toEqual([202, "quarantined"]);
  });

  test("of one whose name contradicts the known one waits too", async () => {
    const number = someNumber();
    await send("immunization-csv", csvOf(rowsOf({ number }, DOSES)));
    const other = await send("immunization-csv", csvOf(rowsOf({ number, name: "Phạm Thị Khác" }, DOSES)));
    expect(other.state).toBe("quarantined");
  });

  test.each([
    ["nothing", new Uint8Array(), 422],
    ["another encoding", Buffer.from("Họ tên;Vắc xin;Ngày tiêm\nB\xe1;x;y\n", "latin1"), 400],
    ["another table", csvOf(["1;2"], "a;b"), 422],
  ])("that is %s is refused, and only the reject is kept", async (_name, bytes, status) => {
    const { entries } = await store.rowCounts();
    const answer = await send("immunization-csv", bytes);
    expect([answer.status, answer.state]).toEqual([status, "rejected"]);
    expect(bodyOf(answer).tables[0]?.issues[0]).toMatchObject({
      severity: "error",
      vi: expect.stringMatching(/./),
      en: expect.stringMatching(/./),
    });
    expect((await store.rowCounts()).entries).toBe(entries);
  });

  test("that is refused is told to operators in their language", async () => {
    const { messageId } = await send("immunization-csv", csvOf(["1;2"], "a;b"));
    const operator = store.reader({
      kind: "operator",
      personId: newId(),
      assuranceLevel: 2,
      authenticatedAt: new Date(),
    });
    const message = await readMessage(operator, { facilityId: store.facilityId, id: messageId });
    expect(message).toMatchObject({
      reason: "no-columns",
      said: { vi: expect.stringContaining("Không nhận ra các cột") },
    });
    expect(message.issues[0]?.said?.vi).toBe(message.said?.vi);
  });

  test("of very many persons is refused for one call", async () => {
    const rows = Array.from({ length: 501 }, (_, i) => rowsOf({ own: `DT-${i}` }, DOSES.slice(0, 1))[0] ?? "");
    expect((await send("immunization-csv", csvOf(rows))).status).toBe(413);
  });
});

describe("Form 831", () => {
  test("fills the sections that packages leave empty", async () => {
    const number = someNumber();
    const station = await store.addFacility("99101", "station");
    const answer = await send("form-831-json", jsonOf(formOf({ so_dinh_danh: number })), station);
    expect([answer.status, answer.state]).toEqual([200, "accepted"]);
    expect(tableOf(bodyOf(answer))).toMatchObject({ table: "F831", rows: 1, accepted: 1, refused: 0 });
    const allergies = await section(number, "allergies");
    expect(allergies.items.map((a) => a.title)).toEqual(["Thuốc nhóm sulfa"]);
    expect(allergies.statements).toMatchObject([{ says: "none-known", scope: "food" }]);
    expect((await section(number, "conditions")).items.map((c) => c.title)).toContain("Thoái hóa khớp gối");
    expect((await section(number, "procedures")).items.map((p) => p.title)).toEqual(["Phẫu thuật: Ruột thừa"]);
    expect((await section(number, "vaccinations")).items.map((v) => v.title)).toEqual(["Uốn ván"]);
    expect((await section(number, "results")).items.map((r) => r.title)).toContain("Huyết áp");
  });

  test("what somebody told of their life is no result, nor is advice", async () => {
    const number = someNumber();
    await send("form-831-json", jsonOf(formOf({ so_dinh_danh: number })));
    const titles = async (name: BookSection) => (await section(number, name)).items.map((item) => item.title);
    const results = await titles("results");
    const told = await titles("history");
    expect(told).toContain("Hút thuốc lá, thuốc lào");
    expect(results.filter((title) => told.includes(title))).toEqual([]);
    expect(results).not.toContain("Lời khuyên, tư vấn");
    expect(await titles("documents")).toEqual(["Lời khuyên, tư vấn"]);
  });

  test("is a feed of its own in the status of its station; its vaccinations are that kind's", async () => {
    const station = await store.addFacility("99102", "station");
    await send("form-831-json", jsonOf(formOf({ so_dinh_danh: someNumber() })), station);
    const kinds = await store.superuser<{ kind: string }[]>`
      select kind from feed_states where facility_id = ${station} and kind <> 'all' order by kind`;
    expect(kinds.map((k) => k.kind)).toEqual(["history", "vaccinations"]);
  });

  test("closes its delicate answers to everybody but the person", async () => {
    const number = someNumber();
    await send("form-831-json", jsonOf(formOf({ so_dinh_danh: number })));
    const labels = await store.superuser<{ label: string; code: string }[]>`
      select l.label, e.code from case_labels l join entries e on e.person_id = l.person_id and e.case_id = l.case_id
      where l.person_id = ${await store.personOf(number)} order by e.code`;
    expect(labels.map((l) => `${l.code} ${l.label}`)).toEqual([
      "bien_phap_tranh_thai reproductive",
      "so_lan_pha_thai reproductive",
    ]);
  });

  test("a file of several forms is parted, and answered form by form", async () => {
    const answer = await send("form-831-json", jsonOf([formOf({ so_dinh_danh: someNumber() }), { hanh_chinh: {} }]));
    expect(answer.state).toBe("partly_accepted");
    expect(bodyOf(answer).cases?.map((c) => c.tables[0]?.accepted)).toEqual([1, 0]);
  });
});
