import { beforeAll, describe, expect, test } from "vitest";
import { persona } from "#test/sandbox/province/personas.ts";
import { feedWorld } from "#test/support/feed-world.ts";
import { type Json, observationOf, patientOf, transaction } from "#test/support/record-store.ts";

const { world, superuser, deliver } = await feedWorld({ PAGES_PER_MINUTE: "100000" });
const at = (path: string) => `${world.origin}${path}`;
let operator: Awaited<ReturnType<typeof world.signIn>>;
const own = (value: string): Json => ({
  identifier: [{ system: "urn:bv", value, type: { coding: [{ code: "MR" }] } }],
});

/** A delivery that waits; its message's id. */
async function waiting(patient: Json, observation: string): Promise<{ facilityId: string; id: string; path: string }> {
  const answer = await deliver(transaction(patient, observationOf(observation, String(patient.id))));
  expect(answer.status).toBe(202);
  const [row] = await superuser<{ facilityId: string; id: string }[]>`
    select facility_id as "facilityId", id from messages where state = 'quarantined' order by received_at desc limit 1`;
  if (!row) throw new Error("Nothing waits.");
  return { ...row, path: `/operator/quarantine/${row.facilityId}/${row.id}` };
}

async function decide(path: string, values: Record<string, string>, browser = operator) {
  const page = await browser.open(at(path));
  const form = page.forms.find((f) => f.fields.some(([n, v]) => n === "intent" && v === "decide"));
  return browser.submit(page, form, { note: "Đã gọi phòng khám", ...values });
}

const bookOf = (personId: string) => superuser<{ id: string }[]>`
  select source_id as id from entries where person_id = ${personId} and resource_type = 'Observation' and withdrawn_reason is distinct from 'moved'`;

beforeAll(async () => {
  operator = await world.signIn(persona("bao-so").login, "operator");
  const known = patientOf("known", "099070000777", {
    name: [{ text: "Nguyễn Văn Bình" }],
    birthDate: "1970-05-04",
    gender: "male",
  });
  expect((await deliver(transaction(known, observationOf("known-o", "known")))).status).toBe(200);
});

describe("a delivery that waits", () => {
  const contradicting = (id: string) =>
    patientOf(id, "099070000777", { name: [{ text: "Trần Thị Cúc" }], birthDate: "1970-05-04", gender: "female" });

  test("is shown beside who it may be, masked, and every look is in the person's log", async () => {
    const { path } = await waiting(contradicting("c-1"), "c-1-o");
    const list = await operator.open(at("/operator/quarantine"));
    expect(list.text).toContain(path);
    expect(list.text).not.toContain("Trần Thị Cúc");
    const page = await operator.open(at(path));
    expect(page.status).toBe(200);
    expect(page.text).toContain("Trần Thị Cúc");
    expect(page.text).toContain("Nguyễn Văn Bình");
    expect(page.text).toContain("không khớp");
    expect(page.text).not.toMatch(/099070000777|HbA1c/);
    const reveal = page.forms.find((f) => f.fields.some(([, v]) => v === "reveal"));
    expect((await operator.submit(page, reveal)).text).toContain("099070000777");
    const events =
      await superuser`select distinct basis, subject, sections from access_events where actor_kind = 'operator' and subject <> 'roster'`;
    expect(events).toEqual([{ basis: "duty", subject: "sorting", sections: [] }]);
    expect(await superuser`select act from acts where act = 'quarantine.revealed'`).toHaveLength(1);
  });

  test("attached goes into that book once, however often it is pressed; another decision comes too late", async () => {
    const { path, id } = await waiting(contradicting("c-2"), "c-2-o");
    const [person] = await superuser<{ id: string }[]>`
      select person_id as id from entries where source_id = 'known-o'`;
    const attach = { decision: `attach:${person?.id}` };
    const stale = await operator.open(at(path));
    const form = stale.forms.find((f) => f.fields.some(([, v]) => v === "decide"));
    const answers = await Promise.all(
      [1, 2].map(() => operator.submit(stale, form, { ...attach, note: "Đúng người" })),
    );
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    expect((await bookOf(person?.id ?? "")).filter((e) => e.id === "c-2-o")).toHaveLength(1);
    const late = await operator.submit(stale, form, { decision: "create", note: "Người mới" });
    expect(late.text).toContain("Người khác vừa quyết định");
    const [item] =
      await superuser`select state, outcome, decision, length(sealed) as kept from quarantine_items where message_id = ${id}`;
    expect(item).toEqual({ state: "replayed", outcome: "accepted", decision: "attach", kept: 0 });
    const [message] = await superuser`select state from messages where id = ${id}`;
    expect(message?.state).toBe("accepted");
    const [row] = await superuser`select sex from persons where id = ${person?.id ?? ""}`;
    expect(row?.sex).toBe("male");
  });

  test("decided as somebody new is their book from then on, and what else says so follows on request", async () => {
    const first = await waiting(
      patientOf("n-1", undefined, { ...own("BN-9"), name: [{ text: "Lê Vô Danh" }] }),
      "n-1-o",
    );
    const second = await waiting(
      patientOf("n-2", undefined, { ...own("BN-9"), name: [{ text: "Lê Vô Danh" }] }),
      "n-2-o",
    );
    const done = await decide(first.path, { decision: "create" });
    expect(done.text).toContain("Xong: dữ liệu đã vào sổ.");
    const alike = done.forms.find((f) => f.fields.some(([, v]) => v === "alike"));
    await operator.submit(done, alike);
    const states = await superuser<
      { state: string }[]
    >`select state from messages where id in (${first.id}, ${second.id})`;
    expect(states.map((s) => s.state)).toEqual(["accepted", "accepted"]);
    const third = await deliver(transaction(patientOf("n-3", undefined, own("BN-9")), observationOf("n-3-o", "n-3")));
    expect(third.status).toBe(200);
    const people =
      await superuser`select distinct person_id from entries where source_id in ('n-1-o', 'n-2-o', 'n-3-o')`;
    expect(people).toHaveLength(1);
  });

  test("rejected leaves nothing, and the same bytes again are refused", async () => {
    const patient = patientOf("r-1", undefined, own("BN-10"));
    const { path, id } = await waiting(patient, "r-1-o");
    const wrong = await decide(path, { decision: "reject", note: "" });
    expect(wrong.text).toContain("Cần điền mục này.");
    expect((await decide(path, { decision: "reject" })).text).toContain("Xong: bản tin bị từ chối");
    const again = await deliver(transaction(patient, observationOf("r-1-o", "r-1")));
    expect(again.status).toBe(422);
    const [message] = await superuser`select state, reason from messages where id = ${id}`;
    expect(message).toEqual({ state: "rejected", reason: "not-ours" });
  });
});

describe("persons", () => {
  async function look(value: string) {
    const page = await operator.open(at("/operator/persons"));
    return operator.submit(
      page,
      page.forms.find((f) => f.fields.some(([n]) => n === "value")),
      { kind: "personal_number", value },
    );
  }

  test("are found by an exact number alone, merged after a second look, and parted again", async () => {
    expect((await look("099999999990")).text).toContain("Không có ai");
    await deliver(
      transaction(
        { ...patientOf("twin", "099070000778"), name: [{ text: "Nguyễn Văn Bình" }] },
        observationOf("twin-o", "twin"),
      ),
    );
    const person = await look("099070000777");
    expect(person.url.pathname).toMatch(/^\/operator\/persons\/[0-9a-f-]{36}$/);
    expect(person.text).not.toContain("099070000777");
    const compare = person.forms.find((f) => f.fields.some(([, v]) => v === "compare"));
    const preview = await operator.submit(person, compare, { kind: "personal_number", value: "099070000778" });
    expect(preview.text).toContain("Hai hồ sơ này có phải một người?");
    const merge = preview.forms.find((f) => f.fields.some(([, v]) => v === "merge"));
    expect((await operator.submit(preview, merge, { reason: "" })).text).toContain("Cần điền mục này.");
    const merged = await operator.submit(preview, merge, { reason: "Cùng ngày sinh, cùng địa chỉ" });
    expect(merged.text).toContain("Đã gộp vào hồ sơ chính");
    const unmerge = merged.forms.find((f) => f.fields.some(([, v]) => v === "unmerge"));
    const parted = await operator.submit(merged, unmerge, { reason: "Hai người khác nhau" });
    expect(parted.status).toBe(200);
    expect(await superuser`select 1 from persons where merged_into is not null`).toHaveLength(0);
  });
});

test("to citizens these pages do not exist", async () => {
  const lan = await world.signIn(persona("lan").login);
  for (const path of ["/operator/quarantine", "/operator/persons"]) expect((await lan.open(at(path))).status).toBe(404);
});
