import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceOf } from "#app/adapters/visitor/device.ts";
import { networkOf } from "#app/adapters/visitor/network.ts";

describe("a browser in words", () => {
  test.each([
    [
      "Chrome/Android",
      "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36",
    ],
    [
      "Safari/iOS",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
    ],
    ["Firefox/Windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"],
    ["unknown", "node"],
    ["unknown", undefined],
  ])("%s", (words, userAgent) => expect(deviceOf(userAgent)).toBe(words));

  test("never holds what somebody wrote into it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        expect(deviceOf(`${text} Mozilla/5.0 secret099161000101/1.0`)).toMatch(/^[\w .()'-]*\/?[\w .]*$/);
        expect(deviceOf(`secret099161000101/1.0 ${text}`)).not.toContain("099161000101");
      }),
    );
  });
});

describe("a network in words", () => {
  test.each([
    ["VN", "14.160.0.1"],
    ["VN", "::ffff:14.160.0.1"],
    ["VN", "2405:4800::1"],
    ["US", "8.8.8.8"],
    ["local", "127.0.0.1"],
    ["local", "::1"],
    ["local", "192.168.1.20"],
    ["local", "100.64.3.4"],
    ["local", "fd00::1"],
    ["unknown", "240.0.0.1"],
    ["unknown", "no address"],
    ["unknown", undefined],
  ])("%s: %s", (words, address) => expect(networkOf(address)).toBe(words));
});
