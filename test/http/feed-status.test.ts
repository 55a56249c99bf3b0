import { describe, expect, test } from "vitest";
import { facilityId, personIdOf } from "#test/sandbox/province/load.ts";
import { persona } from "#test/sandbox/province/personas.ts";
import { startProvince } from "#test/support/province.ts";
import { ask } from "#test/support/raw-http.ts";
import { testDb } from "#test/support/test-db.ts";
import { startWorld } from "#test/support/world.ts";

const db = await testDb();
const world = await startWorld(db);
const { sandbox, system } = await startProvince(db, world);
const superuser = db.raw("superuser");
const { host, port } = new URL(world.origin);
const OPERATOR = "099083000115";

const cookieOf = async (login: string, duty?: "operator") =>
  (await world.signIn(login, duty)).cookieHeader(world.origin);
const [operator, lan] = [await cookieOf(OPERATOR, "operator"), await cookieOf(persona("lan").login)];
const get = (target: string, cookie: string) => ask(Number(port), { method: "GET", target, headers: { host, cookie } });
const post = (target: string, cookie: string, fields: Record<string, string>) =>
  ask(Number(port), {
    method: "POST",
    target,
    headers: { host, cookie, origin: world.origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const general = facilityId("general-hospital");
const clinic = facilityId("clinic");

describe("a citizen", () => {
  test("reads what is behind, by facility and kind, and the notice of an outage", async () => {
    const page = textOf((await get("/book/sources", lan)).text);
    expect(page).toContain("Kết quả chẩn đoán hình ảnh từ BV Đa khoa");
    expect(page).toContain("chậm từ");
    expect(page).toContain("Trạm đang chuyển trụ sở");
  });

  test.each([
    ["late", general, "imaging", "đang gửi chậm loại này từ"],
    ["interrupted", facilityId("commune-station"), "vaccinations", "đang gián đoạn, dự kiến đến"],
    ["connected and silent", facilityId("traditional-hospital"), "results", "đã kết nối nhưng chưa gửi gì"],
    ["sends no such thing", facilityId("commune-station"), "imaging", "không gửi loại này"],
    ["no hospital of ours", facilityId("health-department"), "results", "Chọn nơi khám"],
  ])("is told why: %s", async (_name, facility, kind, said) => {
    const answer = await get(`/book/sources/why?facility=${facility}&kind=${kind}`, lan);
    expect([answer.status, textOf(answer.text)]).toEqual([200, expect.stringContaining(said)]);
  });

  test("is asked to choose where nothing, or nonsense, was chosen", async () => {
    for (const query of ["", "?facility=x&kind=y", `?facility=${general}`]) {
      const answer = await get(`/book/sources/why${query}`, lan);
      expect([answer.status, answer.text.includes('id="answer"')]).toEqual([200, false]);
    }
  });

  test("cannot tell something hidden from something that never came", async () => {
    const yen = await cookieOf(persona("yen").login);
    const address = `/book/sources/why?facility=${general}&kind=visits`;
    const facts = async () => textOf((await get(address, lan)).text).replace(/.*Những gì đã biết/, "");
    const without = textOf((await get(address, yen)).text).replace(/.*Những gì đã biết/, "");
    const person = await personIdOf(sandbox, "lan");
    await superuser`
      insert into hidden_cases (person_id, case_id) select distinct e.person_id, e.case_id from entries e
      where e.person_id = ${person} and e.facility_id = ${general} and not exists (select from hidden_cases h where h.case_id = e.case_id)`;
    const closed = "Có thể còn thông tin không hiển thị theo quy định hoặc theo lựa chọn của người bệnh. ";
    const hidden = await facts();
    expect(hidden).toContain(closed);
    expect(hidden.replace(closed, "")).toBe(without);
  });
});

describe("a facility whose own server we ask", () => {
  const traditional = facilityId("traditional-hospital");
  const state = (changes: object) =>
    superuser`update pulled_sources set ${superuser(changes as never)} where facility_id = ${traditional}`;
  const why = async () => textOf((await get(`/book/sources/why?facility=${traditional}&kind=results`, lan)).text);
  const duty = async () => textOf((await get(`/operator/feeds/${traditional}`, operator)).text);

  test("is connected, and told with its rhythm, as what it is", async () => {
    await superuser`delete from machine_clients where facility_id = ${traditional}`;
    expect(await why()).toContain("chưa kết nối với Sổ Khỏe");
    await superuser`
      insert into pulled_sources (facility_id, base_url, resource_types, every_minutes, last_success_at)
      values (${traditional}, 'http://127.0.0.1:9/fhir', '{Patient}', 90, now())`;
    expect(await why()).not.toContain("chưa kết nối");
    for (const page of [await why(), await duty(), textOf((await get("/operator/feeds", operator)).text)])
      expect(page).toContain("Sổ Khỏe hỏi máy chủ của họ 90 phút một lần, lấy xong gần nhất");
  });

  test("that does not answer is told as an outage to citizens and operators; suspended, as nothing", async () => {
    await superuser`
      insert into feed_rhythms (facility_id, kind, valid_from, every_hours, source) values (${traditional}, 'results', '2026-01-01', 24, 'test')`;
    await state({
      state: "open",
      failures: 4,
      last_failure: "timeout",
      last_success_at: new Date(Date.now() - 7_200_000),
    });
    expect(await why()).toContain("máy chủ đó đang không trả lời");
    expect(await duty()).toContain("máy chủ của nơi này không trả lời, lấy xong gần nhất");
    await state({ suspended_at: new Date() });
    expect(await why()).toContain("chưa kết nối với Sổ Khỏe");
    await superuser`delete from pulled_sources`;
  });
});

describe("servers we ask, on the operators' page", () => {
  const form = {
    intent: "add",
    facilityId: facilityId("clinic"),
    baseUrl: "http://127.0.0.1:9/fhir",
    everyMinutes: "30",
  };
  const save = (more: Record<string, string>, types = ["Patient", "Observation"]) => {
    const body = new URLSearchParams({ ...form, ...more });
    for (const type of types) body.append("resourceTypes", type);
    const headers = {
      host,
      cookie: operator,
      origin: world.origin,
      "content-type": "application/x-www-form-urlencoded",
    };
    return ask(Number(port), { method: "POST", target: "/operator/pulled", headers, body: body.toString() });
  };
  const rows = () =>
    superuser`select base_url as url, every_minutes as every, suspended_at is not null as suspended from pulled_sources`;

  test("stand in a form with everything ticked; what is wrong comes back as it was typed", async () => {
    const empty = (await get("/operator/pulled", operator)).text;
    expect(empty.match(/type="checkbox"[^>]*checked/g)).toHaveLength(11);
    const wrong = await save({ baseUrl: "https://10.0.0.8/fhir" });
    expect(textOf(wrong.text)).toContain("bắt đầu bằng https://");
    expect(wrong.text.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect(await rows()).toEqual([]);
  });

  test("are saved, changed with what was there, suspended and resumed; a second click changes nothing", async () => {
    expect(textOf((await save({})).text)).toContain("Đã lưu");
    await save({});
    expect(await rows()).toEqual([{ url: form.baseUrl, every: 30, suspended: false }]);
    const changing = (await get(`/operator/pulled?facility=${form.facilityId}`, operator)).text;
    expect([
      changing.includes(`value="${form.baseUrl}"`),
      changing.match(/type="checkbox"[^>]*checked/g)?.length,
    ]).toEqual([true, 2]);
    for (const intent of ["suspend", "suspend"])
      await post("/operator/pulled", operator, { intent, facilityId: form.facilityId });
    expect(await rows()).toMatchObject([{ suspended: true }]);
    await post("/operator/pulled", operator, { intent: "resume", facilityId: form.facilityId });
    expect(await rows()).toMatchObject([{ suspended: false }]);
    expect((await post("/operator/pulled", lan, { intent: "suspend", facilityId: form.facilityId })).status).toBe(404);
    expect(await rows()).toMatchObject([{ suspended: false }]);
  });

  test("are asked by jobs of queues of their own, at a sign-in too", async () => {
    await cookieOf(persona("lan").login);
    await cookieOf(persona("lan").login);
    const jobs =
      await superuser`select task_identifier as task, queue_name as queue from graphile_worker.jobs where task_identifier like 'pull-%' order by 1`;
    expect(jobs).toEqual([
      { task: "pull-at-sign-in", queue: "pull-at-sign-in" },
      { task: "pull-sources", queue: "pull-sources" },
    ]);
    await superuser`delete from pulled_sources`;
  });
});

describe("operators", () => {
  test.each([
    "/operator/feeds",
    `/operator/feeds/${general}`,
    "/operator/feeds/rejects.csv",
    `/operator/feeds/${general}/rejects.csv`,
  ])("%s is for them alone", async (target) => {
    expect([(await get(target, operator)).status, (await get(target, lan)).status]).toEqual([200, 404]);
  });

  test("set a rhythm, which holds at once and is written down", async () => {
    const target = `/operator/feeds/${clinic}`;
    const wrong = await post(target, operator, { intent: "rhythm", kind: "imaging", everyHours: "x", source: "" });
    expect(textOf(wrong.text)).toContain("Ghi số giờ từ 1 đến 8760.");
    const fields = {
      intent: "rhythm",
      kind: "imaging",
      everyHours: "12",
      workingDays: "yes",
      source: "Thỏa thuận 7/2026",
    };
    expect((await post(target, operator, fields)).status).toBe(302);
    expect((await post(target, operator, { ...fields, everyHours: "36" })).status).toBe(302);
    expect(textOf((await get(target, operator)).text)).toContain("36 giờ một lần, ngày làm việc");
    const acts = await superuser`select detail from acts where act = 'feed.rhythm-set'`;
    expect(acts.length).toBe(2);
  });

  test("tell of an outage once for two presses, and end it", async () => {
    const target = `/operator/feeds/${clinic}`;
    const notice = {
      intent: "outage",
      idempotencyKey: "0197a1d2-0000-7000-8000-000000000001",
      wholeProvince: "no",
      ofKind: "results",
      startsAt: "2026-01-01T08:00",
      endsAt: "",
      textVi: "Máy chủ hỏng.",
      textEn: "The server is broken.",
    };
    await Promise.all([post(target, operator, notice), post(target, operator, notice)]);
    expect((await get("/book/results", lan)).text).toContain("Máy chủ hỏng.");
    expect((await get("/book/results?lang=en", lan)).text).toContain("The server is broken.");
    expect((await get("/book/vaccinations", lan)).text).not.toContain("Máy chủ hỏng.");
    await post(target, operator, { intent: "end-outage", id: notice.idempotencyKey });
    expect((await get("/book/results", lan)).text).not.toContain("Máy chủ hỏng.");
    const acts = await superuser<
      { act: string }[]
    >`select act from acts where act like 'feed.outage%' and detail ->> 'notice' = ${notice.idempotencyKey} order by 1`;
    expect(acts.map((a) => a.act)).toEqual(["feed.outage-ended", "feed.outage-told"]);
  });

  test("take rejects out as a table without formulas, have one processed anew, and both are written down", async () => {
    await system("clinic").send('=HYPERLINK("http://x")');
    await superuser`update messages set outcome = jsonb_set(outcome, '{issues,0,expression}', '"=1+1"') where facility_id = ${clinic} and state = 'rejected'`;
    const csv = (await get(`/operator/feeds/${clinic}/rejects.csv`, operator)).text;
    expect(csv).toContain("facility,message,received_at");
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("Nội dung không phải JSON hợp lệ.");
    const [message] = await superuser<
      { id: string }[]
    >`select id from messages where facility_id = ${clinic} and state = 'rejected'`;
    const target = `/operator/messages/${clinic}/${message?.id}`;
    expect((await get(target, operator)).text).toContain("Xử lý lại bản tin này");
    const replayed = await post(target, operator, {});
    expect([replayed.status, replayed.headers.location]).toEqual([302, `${target}?replayed`]);
    expect((await post(target, lan, {})).status).toBe(404);
    const acts = await superuser<
      { act: string }[]
    >`select distinct act from acts where act in ('feed.replayed', 'feed.rejects-exported') order by 1`;
    expect(acts.length).toBe(2);
    const counted =
      await superuser`select sum(count)::int as n from feed_rejects where facility_id = ${clinic} and code = 'not-json'`;
    expect(counted).toEqual([{ n: 1 }]);
  });

  test("narrow messages by reason, format and day", async () => {
    const list = async (query: string) => textOf((await get(`/operator/messages?${query}`, operator)).text);
    expect(await list("reason=not-json&format=fhir-r4-json")).toContain("1 bản tin");
    expect(await list("reason=not-json&day=2020-01-01")).toContain("Không có bản tin nào khớp bộ lọc");
    expect(await list("reason='--&day=x")).toContain("bản tin");
  });
});
