import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDb } from "../support/test-db.ts";
import type { World } from "../support/world.ts";
import type { listingOf } from "./hospital-systems/delivery.ts";
import { type HospitalSystems, type HospitalSystemsOptions, startHospitalSystems } from "./hospital-systems/server.ts";
import { startProvince } from "./hospital-systems/test-province.ts";
import { persona } from "./province/personas.ts";

type Listed = ReturnType<typeof listingOf>;

const db = await testDb();
const superuser = db.raw("superuser");
const hung = persona("hung");

let world: World;
let options: HospitalSystemsOptions;
let hospitals: HospitalSystems;

beforeAll(async () => {
  ({ world, options } = await startProvince(db));
  hospitals = await startHospitalSystems(options);
});
afterAll(() => hospitals.close());

async function send(kind: string, facility = "clinic", who = "hung"): Promise<Listed & { http: number }> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ facility, persona: who, kind });
  const answer = await fetch(`${hospitals.url}/deliveries`, { method: "POST", headers, body });
  return { ...(await answer.json()), http: answer.status };
}

async function entriesInStore(): Promise<number> {
  const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from entries`;
  return row?.n ?? -1;
}

const bundleOf = async ({ id }: Listed): Promise<string> =>
  (await fetch(`${hospitals.url}/deliveries/${id}/bundle`)).text();

const glucoseIn = (bundle: string): string => /đường huyết (\d,\d) mmol/i.exec(bundle)?.[1] ?? "none";

describe("a hospital's system", () => {
  it("sends a new visit, which stands in the book at once", async () => {
    const visit = await send("visit");
    expect(visit).toMatchObject({ http: 201, status: 200, state: "accepted", issues: [] });
    expect(visit.counts).toEqual({ accepted: 7, unchanged: 3, refused: 0 });
    expect(visit.entries.map(({ status }) => status.slice(0, 2))).toEqual(visit.entries.map(() => "20"));
    const browser = await world.signIn(hung.login);
    const results = await browser.open(`${world.origin}/book/results`);
    expect(results.text).toContain("Đường huyết lúc đói");
    expect(results.text).toContain(glucoseIn(await bundleOf(visit)));
    expect((await send("visit")).entries).not.toEqual(visit.entries);
  });

  it("corrects the result of that visit, as often as wanted", async () => {
    const first = glucoseIn(await bundleOf(await send("visit")));
    const correction = await send("correction");
    expect(correction).toMatchObject({ state: "accepted", counts: { accepted: 0, refused: 0 } });
    const second = glucoseIn(await bundleOf(correction));
    expect(second).not.toBe(first);
    const browser = await world.signIn(hung.login);
    expect((await browser.open(`${world.origin}/book/results`)).text).toContain(second);
    expect(await send("correction")).toMatchObject({ state: "accepted" });
    const current = await superuser<{ key: string; status: string }[]>`
      select version_key as key, status from entries where source_id = ${sourceIdOf(correction)} and current`;
    expect([...current]).toEqual([{ key: "v-3", status: "corrected" }]);
  });

  it("sends a prescription", async () => {
    expect(await send("prescription")).toMatchObject({ state: "accepted", counts: { refused: 0 } });
    const browser = await world.signIn(hung.login);
    expect((await browser.open(`${world.origin}/book/medicines`)).text).toContain("Paracetamol 500 mg");
  });

  it("sends the same delivery again and is answered the same", async () => {
    const visit = await send("visit");
    const before = await entriesInStore();
    const replay = await send("replay");
    expect(replay).toMatchObject({ state: "accepted", sameAnswer: true, entries: visit.entries });
    expect(await bundleOf(replay)).toBe(await bundleOf(visit));
    const broken = await send("broken");
    expect(await send("replay")).toMatchObject({ state: "rejected", sameAnswer: true, issues: broken.issues });
    expect(await entriesInStore()).toBe(before);
  });

  it("has a visit under another birth date, or an unknown number, kept apart", async () => {
    const before = await entriesInStore();
    const other = await send("other-birth-date");
    expect(other).toMatchObject({ http: 201, status: 202, state: "quarantined", entries: [] });
    expect(other.issues.map(({ code }) => code)).toEqual(["quarantine-birth-date-contradicts"]);
    const unknown = await send("unknown-patient");
    expect(unknown.issues.map(({ code }) => code)).toEqual(["quarantine-unknown-person"]);
    expect(await bundleOf(unknown)).toContain(hung.name);
    expect(await bundleOf(unknown)).not.toContain(hung.personalNumber);
    expect(await entriesInStore()).toBe(before);
  });

  it("has broken data refused with the place that is wrong", async () => {
    const broken = await send("broken");
    expect(broken).toMatchObject({ http: 201, status: 400, state: "rejected" });
    expect(broken.issues).toMatchObject([{ severity: "error", code: "date" }]);
    expect(broken.issues[0]?.where).toMatch(/^Bundle\.entry\[\d+\]\.resource\.effectiveDateTime$/);
  });

  it("may be one that the person has never been to, and that no story tells of", async () => {
    for (const who of ["hung", "yen", "claire", "bao-so"]) {
      expect([who, (await send("visit", "traditional-hospital", who)).state]).toEqual([who, "accepted"]);
      expect([who, (await send("prescription", "traditional-hospital", who)).state]).toEqual([who, "accepted"]);
    }
  });

  it("corrects and repeats nothing before it has sent something", async () => {
    for (const kind of ["correction", "replay"])
      expect(await send(kind, "clinic", "thao")).toEqual({ http: 409, error: "nothing sent before" });
  });

  it("is one that exists, about somebody who exists", async () => {
    expect(await send("visit", "pharmacy-minh-tam")).toEqual({ http: 400, error: "unknown facility" });
    expect(await send("visit", "clinic", "nobody")).toEqual({ http: 400, error: "unknown persona" });
    expect(await send("everything")).toEqual({ http: 400, error: "unknown kind" });
  });

  it("says so when the portal cannot be reached", async () => {
    const alone = await startHospitalSystems({ ...options, portal: "http://localhost:1" });
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ facility: "clinic", persona: "hung", kind: "visit" });
    const answer = await fetch(`${alone.url}/deliveries`, { method: "POST", headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([502, { status: null, state: "failed" }]);
    await alone.close();
  });

  it("is sent by a form, shows the answer and says where to look, as anybody can", async () => {
    const browser = world.browser();
    const front = await browser.open(hospitals.url);
    const press = (kind: string) =>
      browser.submit(front, front.forms[0], { facility: "clinic", persona: "hung", kind });
    const visit = await press("visit");
    expect(visit.text).toContain("<strong>Đã nhận</strong> (HTTP 200)");
    expect(visit.text).toContain("7 mới · 3 đã có hoặc cập nhật · 0 bị từ chối");
    expect(visit.text).toContain(`href="${world.origin}/book/results"`);
    expect(visit.text).toContain("201 Created");
    const broken = await press("broken");
    expect(broken.text).toContain("<strong>Bị từ chối</strong> (HTTP 400)");
    expect(broken.text).toMatch(/<code>Bundle\.entry\[\d+\]\.resource\.effectiveDateTime<\/code>/);
    expect(broken.text).toContain(`${world.origin}/operator/messages?facility=`);
    const again = await browser.open(hospitals.url);
    expect(again.text.indexOf("Bị từ chối")).toBeLessThan(again.text.indexOf("Đã nhận"));
  });

  it("lists what was sent, newest first, with the raw answer", async () => {
    const { id } = await send("visit");
    const { deliveries }: { deliveries: Listed[] } = await (await fetch(`${hospitals.url}/deliveries`)).json();
    expect(deliveries[0]).toMatchObject({ id, facility: "clinic", persona: "hung", kind: "visit" });
    expect(Date.parse(deliveries[0]?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(deliveries[1]?.at ?? ""));
    const raw = await (await fetch(`${hospitals.url}/deliveries/${id}/answer`)).json();
    expect(raw).toMatchObject({ resourceType: "Bundle", type: "transaction-response" });
  });
});

/** The id of the result that a correction sent. */
const sourceIdOf = ({ entries }: Listed): string =>
  /Observation\/(\S+-duong-huyet)/.exec(entries.map(({ reference }) => reference).join(" "))?.[1] ?? "none";
