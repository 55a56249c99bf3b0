import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { age } from "#app/i18n/format/age.ts";
import { span } from "#app/i18n/format/dates.ts";
import { localTime, machineTime, weekday } from "#app/i18n/format/local-time.ts";
import { bytes, decimal, groupDigits } from "#app/i18n/format/numbers.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";

const at = (from: string, precision: "year" | "month" | "day" | "time", to?: string) =>
  span({ from, precision, ...(to === undefined ? {} : { to }) }, "vi");

const moment = fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const intl = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Etc/GMT-7",
  dateStyle: "short",
  timeStyle: "short",
  hour12: false,
});

describe("dates", () => {
  it("shows no more than is known", () => {
    expect(at("2019", "year")).toBe("2019");
    expect(at("2026-10", "month")).toBe("10/2026");
    expect(at("2026-10-12", "day")).toBe("12/10/2026");
    expect(at("2026-10-12T07:45:00+07:00", "time")).toBe("07:45 12/10/2026");
    expect(at("2018-12-31T17:00:00.000Z", "year")).toBe("2019");
  });

  it("says what two ends share once", () => {
    expect(at("2026-10-12", "day", "2026-10-15")).toBe("12–15/10/2026");
    expect(at("2026-10-28", "day", "2026-11-03")).toBe("28/10 – 03/11/2026");
    expect(at("2025-12-28", "day", "2026-01-03")).toBe("28/12/2025 – 03/01/2026");
    expect(at("2026-10-12", "day", "2026-10-12")).toBe("12/10/2026");
    expect(at("2026-10-12T07:30:00+07:00", "time", "2026-10-12T10:05:00+07:00")).toBe("07:30–10:05 12/10/2026");
    expect(at("2019", "year", "2021")).toBe("2019–2021");
    expect(at("2019-03", "month", "2019-03")).toBe("03/2019");
  });

  it("names English months, so that 12/10 is one day only", () => {
    expect(span({ from: "2026-10-12", precision: "day" }, "en")).toBe("12 Oct 2026");
    expect(span({ from: "2026-10-12", to: "2026-10-15", precision: "day" }, "en")).toBe("12–15 Oct 2026");
  });

  it("agrees with the platform on Vietnamese clocks for every moment", () => {
    fc.assert(
      fc.property(moment, (date) => {
        const [day = "", time = ""] = intl.format(date).split(", ");
        expect(at(date.toISOString(), "time")).toBe(`${time} ${day}`);
      }),
    );
  });

  it("machine-readable dates mean the same moment, and read back to the same words", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom("year", "month", "day", "time"), (date, precision) => {
        const machine = machineTime(date.toISOString(), precision);
        expect(at(machine, precision)).toBe(at(date.toISOString(), precision));
      }),
    );
  });

  it("weekdays agree with the platform", () => {
    fc.assert(
      fc.property(moment, (date) => {
        const local = localTime(date.toISOString());
        expect(local && weekday(local)).toBe(new Date(date.getTime() + 7 * 3_600_000).getUTCDay());
      }),
    );
  });

  it("leaves what is no date as it is", () => {
    expect(at("lúc nhỏ", "day")).toBe("lúc nhỏ");
    expect(machineTime("lúc nhỏ", "day")).toBe("lúc nhỏ");
  });
});

describe("near now", () => {
  const { f } = makeI18n(vi, "vi", "2026-11-22T09:15:00+07:00");
  it("says today and yesterday", () => {
    expect(f.recent("2026-11-22T05:40:00+07:00")).toBe("05:40 hôm nay");
    expect(f.recent("2026-11-21T00:00:00+07:00")).toBe("00:00 hôm qua");
    expect(f.recent("2026-11-20T23:59:00+07:00")).toBe("23:59 20/11/2026");
    expect(f.recentDay("2026-11-20T23:59:00+07:00")).toBe("20/11/2026");
    expect(f.longDay("2026-11-22")).toBe("Hôm nay, chủ nhật 22/11/2026");
  });

  it("leads an appointment with its weekday", () => {
    expect(f.appointment({ from: "2026-11-24T08:30:00+07:00", precision: "time" })).toBe("Thứ ba 24/11 · 08:30");
    expect(f.appointment({ from: "2027-01-05", precision: "day" })).toBe("Thứ ba 05/01/2027");
    expect(f.appointment({ from: "2027-01", precision: "month" })).toBe("01/2027");
  });

  it("says nothing relative when it does not know what time it is", () => {
    const blind = makeI18n(vi, "vi").f;
    expect(blind.recent("2026-11-22T05:40:00+07:00")).toBe("05:40 22/11/2026");
    expect(blind.age({ low: "1961-03-12", high: "1961-03-12" })).toBeUndefined();
  });
});

describe("ages", () => {
  const born = (low: string, high = low) => age({ low, high }, "2026-11-22T09:15:00+07:00");
  it("counts days, then months until six, then years", () => {
    expect(born("2026-11-02")).toEqual({ unit: "days", n: 20, about: false });
    expect(born("2024-10-15")).toEqual({ unit: "months", n: 25, about: false });
    expect(born("2020-11-23")).toEqual({ unit: "months", n: 71, about: false });
    expect(born("2020-11-22")).toEqual({ unit: "years", n: 6, about: false });
    expect(born("1961-03-12")).toEqual({ unit: "years", n: 65, about: false });
  });

  it("is about when the birth date is", () => {
    expect(born("1961-01-01", "1961-12-31")).toMatchObject({ unit: "years", about: true });
  });

  it("does not count people not yet born", () => expect(born("2027-01-01")).toBeUndefined());
});

describe("numbers", () => {
  it("keeps every digit of the laboratory", () => {
    const digits = fc.stringMatching(/^-?\d{1,6}(\.\d{1,6})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(decimal(text, "vi").replace(",", ".")).toBe(text);
        expect(decimal(text, "en")).toBe(text);
      }),
    );
    expect(decimal("5.40", "vi")).toBe("5,40");
    expect(decimal("1.5–2.5", "vi")).toBe("1,5–2,5");
  });

  it("leaves alone what only looks like a number", () => {
    for (const text of ["1.2.3", "10.2026.1", "II.1", "v1"]) expect(decimal(text, "vi")).toBe(text);
  });

  it("groups thousands without changing them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (n) => {
        expect(Number(groupDigits(n, "vi").replaceAll(".", ""))).toBe(n);
      }),
    );
    expect(groupDigits(1244, "en")).toBe("1,244");
    expect(bytes(3_670_016, "vi")).toBe("3,7 MB");
  });
});
