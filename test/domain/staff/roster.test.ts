import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addStaff } from "#app/domain/staff/add-staff.ts";
import { changeStaff } from "#app/domain/staff/change-staff.ts";
import { endStaff } from "#app/domain/staff/end-staff.ts";
import { importRoster } from "#app/domain/staff/import-roster.ts";
import { type StaffInput, staffInput } from "#app/domain/staff/input.ts";
import { listStaff } from "#app/domain/staff/list-staff.ts";
import { readStaff } from "#app/domain/staff/read-staff.ts";
import { stateOf } from "#app/domain/staff/rules.ts";
import { searchStaff } from "#app/domain/staff/search-staff.ts";
import { newId } from "#app/shared/ids.ts";
import { patientOf, recordStore, someNumber, transaction } from "#test/support/record-store.ts";

const store = await recordStore();
const issuer = "https://id.example";
const operator = store.reader({ kind: "operator", personId: newId(), assuranceLevel: 3, authenticatedAt: new Date() });
const pharmacy = await store.addFacility("99301", "pharmacy");

const pharmacist = (changes: Partial<StaffInput> = {}): StaffInput => ({
  number: someNumber(),
  name: "Ngô Quang Vinh",
  role: "pharmacist",
  facilityId: pharmacy,
  issuer,
  degree: "Dược sĩ đại học",
  licenceNumber: "001234/CCHN-D-SYT-BN",
  validFrom: "2026-01-01",
  validTo: undefined,
  ...changes,
});
const added = async (input: StaffInput) => {
  const put = await addStaff(operator, input);
  if ("errors" in put) throw new Error(JSON.stringify(put.errors));
  return put;
};
const lines = (number: string) =>
  store.personOf(number).then(
    (person) => store.superuser<{ id: string; validTo: Date | null; endedAt: Date | null }[]>`
    select id, valid_to as "validTo", ended_at as "endedAt" from staff_roles where person_id = ${person}`,
  );

describe("adding somebody", () => {
  test("finds or makes the person by number; the same again is the same line, other terms change it", async () => {
    const input = pharmacist();
    const first = await added(input);
    expect(first.outcome).toBe("added");
    expect(await added(input)).toEqual({ id: first.id, outcome: "unchanged" });
    expect(await added({ ...input, validTo: "2028-06-30" })).toEqual({ id: first.id, outcome: "changed" });
    const [line, ...more] = await lines(input.number);
    expect([line?.validTo?.toISOString(), more]).toEqual(["2028-06-30T17:00:00.000Z", []]);
    const acts =
      await store.superuser`select act from acts where about_kind = 'staff' and about_id = ${first.id} order by occurred_at`;
    expect(acts.map((row) => row.act)).toEqual(["staff.added", "staff.changed"]);
  });

  test("compares the name folded with what is known, and guesses nothing where it contradicts", async () => {
    const number = someNumber();
    await store.send(transaction(patientOf("hoa", number, { name: [{ text: "Lê Thị Hòa" }] })));
    expect(await addStaff(operator, pharmacist({ number, name: "Trần Văn Nam" }))).toEqual({
      errors: { name: ["staff-name-contradicts"] },
    });
    expect(await lines(number)).toEqual([]);
    expect((await added(pharmacist({ number, name: "LE THI HOÀ" }))).outcome).toBe("added");
    const [refused] = await store.superuser`select count(*)::int as n from acts where act = 'staff.refused'`;
    expect(refused).toEqual({ n: 1 });
  });

  test("never makes the typed name the person's", async () => {
    const input = pharmacist({ name: "Gõ Nhầm Tên" });
    await added(input);
    const person = await store.personOf(input.number);
    const answer = await store.send(
      transaction(patientOf("later", input.number, { name: [{ text: "Ngô Quang Vinh" }] })),
    );
    expect(answer.status).toBe(200);
    expect(await store.personOfPatient("later")).toBe(person);
  });

  test("twenty times at once makes one line", async () => {
    const input = pharmacist();
    const puts = await Promise.all(Array.from({ length: 20 }, () => added(input)));
    expect(puts.filter((put) => put.outcome === "added")).toHaveLength(1);
    expect(await lines(input.number)).toHaveLength(1);
  });

  test.each([
    ["a number of 11 digits", { number: "00190000001" }, "number", "personal-number"],
    ["a role of the department at a facility", { role: "operator" }, "facilityId", "role-of-department"],
    ["a pharmacist without a licence", { licenceNumber: "" }, "licenceNumber", "licence-needed"],
    ["a licence without a digit", { licenceNumber: "CCHN" }, "licenceNumber", "licence-number"],
    ["a day that is none", { validTo: "2026-02-30" }, "validTo", "date"],
    ["an end before the beginning", { validTo: "2025-12-31" }, "validTo", "ends-before"],
    ["no facility", { facilityId: "" }, "facilityId", "required"],
    ["no such role", { role: "director" }, "role", "staff-role"],
  ])("%s is refused", (_name, changes, field, code) => {
    const parsed = staffInput.safeParse({ ...pharmacist(), ...changes });
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toContainEqual([field, code]);
  });
});

describe("ending a role", () => {
  test("closes it and its sessions at once; a second end finds nothing; added again it is a new line", async () => {
    const input = pharmacist();
    const { id } = await added(input);
    expect(await endStaff(operator, { id })).toBeUndefined();
    await expect(endStaff(operator, { id })).rejects.toMatchObject({ code: "no-such-line" });
    await expect(changeStaff(operator, { id, ...input })).rejects.toMatchObject({ code: "no-such-line" });
    expect((await added(input)).id).not.toBe(id);
    const all = await lines(input.number);
    expect(all.filter((line) => line.endedAt)).toHaveLength(1);
  });

  test("leaves the last operator, also when the last two end each other at once", async () => {
    const of = () => pharmacist({ role: "operator", facilityId: undefined, licenceNumber: undefined });
    const first = await added(of());
    const last = { errors: { "": ["last-operator"] } };
    expect(await endStaff(operator, first)).toEqual(last);
    const limited = { degree: undefined, licenceNumber: undefined, validFrom: "2026-01-01", validTo: "2027-01-01" };
    expect(await changeStaff(operator, { id: first.id, ...limited })).toEqual({
      errors: { validTo: ["last-operator"] },
    });
    const second = await added(of());
    const ends = await Promise.all([endStaff(operator, first), endStaff(operator, second)]);
    expect(ends.filter((end) => end === undefined)).toHaveLength(1);
    const rows = await store.superuser`select from staff_roles where role = 'operator' and ended_at is null`;
    expect(rows).toHaveLength(1);
  });
});

describe("the list", () => {
  test("is filtered by facility and state, and searched by number, licence and folded name", async () => {
    const place = await store.addFacility("99302", "pharmacy");
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const one = pharmacist({ facilityId: place, name: "Đặng Mỹ Linh", licenceNumber: "777/CCHN-D" });
    await added(one);
    await added(pharmacist({ facilityId: place, validTo: soon }));
    await added(pharmacist({ facilityId: place, validTo: "2026-02-01" }));
    const count = async (state: "in-force" | "expiring" | "expired" | "all") =>
      (await listStaff(operator, { facilityId: place, state, page: 1 })).total;
    expect([await count("in-force"), await count("expiring"), await count("expired"), await count("all")]).toEqual([
      2, 1, 1, 3,
    ]);
    for (const q of [one.number, "777/cchn", "dang my", "Linh"]) {
      const found = await searchStaff(operator, q);
      expect([q, found.map((line) => line.name)]).toEqual([q, ["Đặng Mỹ Linh"]]);
    }
    expect(await searchStaff(operator, "%")).toEqual([]);
  });

  test("shows one line with its number masked; the person reads in their log that it was opened", async () => {
    const input = pharmacist();
    const { id } = await added(input);
    const view = await readStaff(operator, id);
    expect([view.number, view.validFrom, view.state]).toEqual([
      `•••••••••${input.number.slice(-3)}`,
      "2026-01-01",
      "in-force",
    ]);
    const events = await store.superuser`
      select subject, sections from access_events where person_id = ${await store.personOf(input.number)} and action = 'read'`;
    expect(events).toEqual([{ subject: "roster", sections: [] }]);
  });
});

describe("a roster's file", () => {
  const file = (...rows: string[]) =>
    new TextEncoder().encode(
      `\uFEFFSố định danh;Họ tên;Vai trò;Mã cơ sở;Chức danh;Số giấy phép;Từ ngày;Đến ngày\r\n${rows.join("\r\n")}\r\n`,
    );
  const take = (bytes: Uint8Array) => importRoster(operator, { bytes, issuer, most: 100 });
  const said = (answer: Awaited<ReturnType<typeof take>>) =>
    answer.rows.map((row) => [row.line, row.outcome, row.errors]);

  test("takes the good rows and names the others with line, field and reason; again, nothing changes", async () => {
    const [one, two] = [someNumber(), someNumber()];
    const bytes = file(
      `${one};Ngô Quang Vinh;Dược sĩ;99301;Dược sĩ đại học;0012/CCHN-D;01/02/2026;31/12/2030`,
      "99161000101;Mất Số Không;tiếp đón;99301;;;;",
      `${two};Phan Thị Yến;Tiếp đón;9931;;;;`,
      `${two};Phan Thị Yến;Tiếp đón;99301;;;32/01/2026;`,
      `${two};Phan Thị Yến;Giám đốc;99301;;;;`,
      `${one};Ngô Quang Vinh;Dược sĩ;99301;khác;0012/CCHN-D;;`,
      "1,23E+11;Excel;Tiếp đón;99301;;;;",
      `${two};Phan Thị Yến;Nhân viên tiếp đón;99301;;;;`,
    );
    expect(said(await take(bytes))).toEqual([
      [2, "added", {}],
      [3, "refused", { number: ["excel-zeros"] }],
      [4, "refused", { facility: ["excel-zeros"] }],
      [5, "refused", { validFrom: ["roster-date"] }],
      [6, "refused", { role: ["staff-role"] }],
      [7, "refused", { number: ["roster-twice"] }],
      [8, "refused", { number: ["excel-scientific"] }],
      [9, "added", {}],
    ]);
    const again = await take(bytes);
    expect([again.rows[0]?.outcome, again.rows[7]?.outcome]).toEqual(["unchanged", "unchanged"]);
  });

  test("keeps what it has no column for, and prolongs nothing that is over without a day", async () => {
    const [clerk, gone] = [someNumber(), someNumber()];
    const known = { role: "clerk", name: "Lê Thị Hoa", degree: "Cử nhân", validFrom: "2025-01-01" } as const;
    await added(pharmacist({ ...known, number: clerk, licenceNumber: "77/GP", validTo: "2090-06-30" }));
    await added(pharmacist({ ...known, number: gone, validTo: "2025-06-30" }));
    const terms = async (number: string) => {
      const person = await store.personOf(number);
      const [line] = await store.superuser`
        select degree, licence_number as licence, valid_to as "to" from staff_roles where person_id = ${person}`;
      return [line?.degree, line?.licence, line?.to?.toISOString().slice(0, 10)];
    };
    const bare = (number: string) =>
      new TextEncoder().encode(`Số định danh;Họ tên;Vai trò;Mã cơ sở\n${number};Lê Thị Hoa;clerk;99301\n`);
    expect(said(await take(bare(clerk)))).toEqual([[2, "unchanged", {}]]);
    expect(await terms(clerk)).toEqual(["Cử nhân", "77/GP", "2090-06-30"]);
    const over = [[2, "refused", { validTo: ["roster-over"] }]];
    expect(said(await take(bare(gone)))).toEqual(over);
    expect(said(await take(file(`${gone};Lê Thị Hoa;clerk;99301;;;;`)))).toEqual(over);
    expect((await terms(gone))[2]).toBe("2025-06-30");
    expect(said(await take(file(`${clerk};Lê Thị Hoa;clerk;99301;;;;`)))).toEqual([[2, "changed", {}]]);
    expect(await terms(clerk)).toEqual([null, null, undefined]);
    expect(said(await take(file(`${gone};Lê Thị Hoa;clerk;99301;;;;30/06/2090`)))).toEqual([[2, "changed", {}]]);
    expect((await terms(gone))[2]).toBe("2090-06-30");
  });

  test.each([
    ["nothing of a table", new Uint8Array([0xc3, 0x28, 0xff]), "not-text"],
    ["other columns", new TextEncoder().encode("a;b\n1;2\n"), "no-roster-columns"],
    ["no row", file(), "no-rows"],
    ["too many rows", file(...Array.from({ length: 101 }, () => "x;y;z")), "roster-too-long"],
  ])("with %s is refused whole", async (_name, bytes, unread) => {
    expect(await take(bytes)).toEqual({ rows: [], unread });
  });
});

test("a line is in exactly one state at any moment", () => {
  const day = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(day, fc.option(day), fc.option(day), (from, to, ended) => {
      const at = (n: number) => new Date(1_800_000_000_000 + n * 86_400_000);
      const line = {
        validFrom: at(from),
        validTo: to === null ? null : at(to),
        endedAt: ended === null ? null : at(ended),
      };
      const state = stateOf(line, at(0));
      const inForce = from <= 0 && (to === null || to > 0) && ended === null;
      expect(state === "in-force" || state === "expiring").toBe(inForce);
    }),
  );
});
