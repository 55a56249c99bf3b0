import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readAnswer } from "#app/adapters/insurance/answer.ts";
import { GatewayFault } from "#app/adapters/insurance/fault.ts";
import { insuranceGateway } from "#app/adapters/insurance/gateway.ts";
import type { FaultName } from "#test/sandbox/insurer/faults.ts";
import { startInsurer } from "#test/sandbox/insurer/server.ts";

const insurer = await startInsurer({ port: 0, today: new Date("2026-11-22T00:00:00Z") });
afterAll(() => insurer.close());
beforeEach(() => insurer.faults.clear());

const settings = { url: insurer.url, ...insurer.account, officer: { name: "Tạ Hồng Nhung", number: "099189000116" } };
const gateway = () => insuranceGateway(settings, { timeoutMs: 300 });
const lan = { number: "9900000101", name: "NGUYỄN THỊ LAN", birth: "1961-03-12" };
const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (error: unknown) => (error instanceof GatewayFault ? error.code : String(error)),
  );

describe("a card check", () => {
  test("says whether the card holds, until when, where and how much, and nothing of anybody's visits", async () => {
    expect(await gateway().check(lan)).toEqual({
      code: "000",
      number: "HT3999900000101",
      validFrom: "2026-01-01",
      validTo: "2026-12-31",
      place: "99101",
      fiveYears: "2015-01-01",
    });
  });

  test.each([
    ["the old number of a card", { number: "HT3999900000101" }, "000"],
    ["the number of the person", { number: "099161000101" }, "000"],
    ["another name", { name: "Nguyễn Thị Liên" }, "060"],
    ["another birth date", { birth: "1961-03-13" }, "070"],
    ["the year alone", { birth: "1961" }, "000"],
    ["a number that nobody has", { number: "9900009999" }, "050"],
    ["no number", { number: "ABC" }, "051"],
  ])("%s is answered %s", async (_what, change, code) => {
    expect((await gateway().check({ ...lan, ...change })).code).toBe(code);
  });

  test("a card that was replaced names the new one", async () => {
    const answer = await gateway().check({ number: "9900000106", name: "Vũ Thị Mai", birth: "1998-06-30" });
    expect(answer).toMatchObject({ code: "003", newNumber: "CN3999900000106" });
  });

  test("tokens are taken once, and once more when the gateway has forgotten them", async () => {
    const one = gateway();
    await one.check(lan);
    insurer.faults.set("forgets-tokens", { times: 1 });
    expect((await one.check(lan)).code).toBe("000");
  });
});

describe("a gateway that gives no answer", () => {
  test.each<[FaultName, string]>([
    ["slow", "timeout"],
    ["silence", "timeout"],
    ["down", "busy"],
    ["their-error", "busy"],
    ["cut", "unreachable"],
    ["nonsense", "not-understood"],
    ["no-code", "not-understood"],
    ["other-card", "not-understood"],
  ])("%s is told as %s", async (fault, code) => {
    insurer.faults.set(fault, { seconds: 1 });
    expect(await faultOf(gateway().check(lan))).toBe(code);
  });

  test("nobody there, and an account that is not let in", async () => {
    expect(await faultOf(insuranceGateway({ ...settings, url: "http://127.0.0.1:9" }).check(lan))).toBe("unreachable");
    expect(await faultOf(insuranceGateway({ ...settings, password: "another" }).check(lan))).toBe("refused");
  });

  test("after three failures in a row nobody asks for half a minute; then one question tries", async () => {
    let now = 0;
    const one = insuranceGateway(settings, { now: () => now });
    insurer.faults.set("down");
    for (let i = 0; i < 3; i++) expect(await faultOf(one.check(lan))).toBe("busy");
    const asked = insurer.asked();
    expect(await faultOf(one.check(lan))).toBe("resting");
    now += 31_000;
    expect(await Promise.all([faultOf(one.check(lan)), faultOf(one.check(lan))])).toEqual(["busy", "resting"]);
    now += 31_000;
    expect(await faultOf(one.check(lan)), "it failed again: the pause doubles").toBe("resting");
    expect(insurer.asked() - asked).toBe(1);
    insurer.faults.clear();
    now += 31_000;
    expect((await one.check(lan)).code).toBe("000");
    expect(await faultOf(one.check(lan)), "and it is closed").toBe("none");
  });
});

test("whatever an answer holds, it is read as a whole one or refused with a code", () => {
  const values = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom("000", "010", "31/12/2026", "K1"),
  );
  const fields = fc.constantFrom(
    "maKetQua",
    "maThe",
    "maTheMoi",
    "gtTheTu",
    "gtTheDen",
    "maDKBD",
    "maKV",
    "ngayDu5Nam",
  );
  fc.assert(
    fc.property(fc.dictionary(fields, values), (said) => {
      try {
        const answer = readAnswer(said, "9900000101");
        expect(answer.code).toMatch(/^\d{3}$/);
        for (const day of [answer.validFrom, answer.validTo, answer.fiveYears])
          expect(day ?? "2026-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      } catch (error) {
        expect(error).toBeInstanceOf(GatewayFault);
      }
    }),
  );
});
