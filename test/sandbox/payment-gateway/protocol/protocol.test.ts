import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browserless } from "../../../support/browser-less.ts";
import { startPaymentGateway } from "../server.ts";
import { hashOf, openShop, type Shop, secret, stamp } from "../shop.ts";
import { stampOf, timeOf } from "./gmt7.ts";
import { fromWire, toWire } from "./money.ts";
import { hasGoodSignature, sameHash, signedQuery } from "./signature.ts";

/** Computed elsewhere, from VNPay's description. */
const vector = {
  query:
    "vnp_Amount=15000000&vnp_Command=pay&vnp_CreateDate=20261121093000&vnp_CurrCode=VND&vnp_ExpireDate=20261121094500&vnp_IpAddr=203.0.113.10&vnp_Locale=vn&vnp_OrderInfo=Thanh+toan+vien+phi+HB20261121001&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fportal.example%2Fpay%2Freturn&vnp_TmnCode=DEMOTMN1&vnp_TxnRef=HB20261121001&vnp_Version=2.1.0",
  hash: "39d6347bcbd11748c005ae3e0018782bc497af08d2c28db578cf30c2270942c686cba2376c17e959318d2e2cc94ce02abd09867c04930b6fa39a543d97f1844e",
};

describe("the signature", () => {
  it("is the one of the published vector", () => {
    const parameters = Object.fromEntries(new URLSearchParams(vector.query));
    expect(signedQuery(secret, parameters)).toBe(`${vector.query}&vnp_SecureHash=${vector.hash}`);
  });

  it("opens the vector's payment, whatever the order, and no other", async () => {
    const merchants = [{ tmnCode: "DEMOTMN1", hashSecret: secret, returnOrigin: "https://portal.example" }];
    const now = () => new Date("2026-11-21T09:31:00+07:00");
    const gateway = await startPaymentGateway({ port: 0, merchants, now });
    const open = (query: string) => new Browserless().open(`${gateway.url}/paymentv2/vpcpay.html?${query}`);
    const shuffled = [...new URLSearchParams(vector.query)].reverse();
    const good = [
      await open(`${vector.query}&vnp_SecureHash=${vector.hash}`),
      await open(
        `vnp_SecureHash=${vector.hash}&vnp_SecureHashType=HMACSHA512&${new URLSearchParams(shuffled)}&lang=en`,
      ),
    ];
    const bad = [
      await open(vector.query),
      await open(`${vector.query}&vnp_SecureHash=${vector.hash.toUpperCase()}`),
      await open(`${vector.query}&vnp_SecureHash=${vector.hash.replace(/e$/, "f")}`),
      await open(`${vector.query.replace("15000000", "1500000")}&vnp_SecureHash=${vector.hash}`),
    ];
    await gateway.close();
    for (const page of good) expect([page.status, page.url.pathname]).toEqual([200, good[0]?.url.pathname]);
    for (const page of bad) {
      expect(page.status).toBe(400);
      expect(page.text).toContain("vnp_SecureHash thiếu hoặc sai (mã 97)");
    }
  });

  it("agrees with one written another way for every text", () => {
    const name = fc.stringMatching(/^vnp_[A-Za-z_]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ minLength: 1, unit: "binary" })), (parameters) => {
        const sent = new URLSearchParams(signedQuery(secret, parameters));
        expect(sent.get("vnp_SecureHash")).toBe(hashOf(Object.entries(parameters)));
        expect(hasGoodSignature(secret, Object.fromEntries(sent))).toBe(true);
      }),
    );
  });

  it("takes no hash that is short, long, in capitals or no hash at all", () => {
    const { hash } = vector;
    expect(sameHash(hash, hash)).toBe(true);
    for (const given of [undefined, "", hash.slice(1), `${hash}0`, hash.toUpperCase(), "g".repeat(128), ` ${hash}`])
      expect(sameHash(hash, given)).toBe(false);
  });
});

describe("times and money", () => {
  it("are Vietnam's, and real", () => {
    expect(stampOf(new Date("2026-12-31T17:00:00Z"))).toBe("20270101000000");
    expect(timeOf("20280229235959")?.toISOString()).toBe("2028-02-29T16:59:59.000Z");
    for (const wrong of ["20260230080000", "20261121240000", "20261121096000", "2026112109300", "2026112109300x", ""])
      expect(timeOf(wrong)).toBeUndefined();
  });

  it("are whole đồng, a hundredfold on the wire", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (dong) => fromWire(toWire(dong)) === dong));
    for (const wrong of ["0", "00", "15000001", "-100", "1e5", "100.00", "0100", ""])
      expect(fromWire(wrong)).toBeUndefined();
  });
});

describe("a request to pay", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const refused: [parameter: string, value: string, says: string][] = [
    ["vnp_TmnCode", "NOBODY00", "Không có nơi nhận nào"],
    ["vnp_Version", "2.0.0", "mã 03"],
    ["vnp_Command", "refund", "mã 03"],
    ["vnp_Amount", "15000050", "mã 03"],
    ["vnp_Amount", "499900", "từ 5.000 ₫"],
    ["vnp_Amount", "100000000000", "từ 5.000 ₫"],
    ["vnp_CurrCode", "USD", "mã 03"],
    ["vnp_TxnRef", "HB 1", "mã 03"],
    ["vnp_OrderInfo", "Viện phí", "mã 03"],
    ["vnp_Locale", "fr", "mã 03"],
    ["vnp_IpAddr", "somewhere", "mã 03"],
    ["vnp_CreateDate", "20260230080000", "mã 03"],
    ["vnp_ExpireDate", stamp(-1), "mã 11"],
    ["vnp_ExpireDate", "soon", "mã 03"],
    ["vnp_ReturnUrl", "https://elsewhere.example/pay", "không phải của nơi nhận"],
    ["vnp_ReturnUrl", "/pay", "không phải của nơi nhận"],
    ["vnp_OrderType", "", "mã 03"],
  ];

  it.each(refused)("with %s “%s” is refused by name", async (parameter, value, says) => {
    const page = await shop.newBrowser().open(shop.address({ [parameter]: value }));
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(page.text).toContain(`<code>${parameter}</code>`);
  });

  it("with a parameter twice is refused; foreign parameters may ride along", async () => {
    const twice = await shop.newBrowser().open(`${shop.address()}&vnp_Amount=100`);
    expect([twice.status, twice.text.includes("<code>vnp_Amount</code>")]).toEqual([400, true]);
    expect((await shop.newBrowser().open(shop.address({}, { utm: "x" }))).status).toBe(200);
    expect((await shop.list()).length).toBe(1);
  });
});
