import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Browserless } from "../../../support/browser-less.ts";
import { startPaymentGateway } from "../server.ts";
import { openShop, type Shop, secret } from "../shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const open = (at: string) => shop.newBrowser().open(shop.gateway.url + at);

describe("every page", () => {
  const pages = async () => {
    const payment = await shop.newBrowser().open(shop.address());
    const timedOut = await shop.pay("time-out");
    await shop.pay("cancel", { vnp_OrderInfo: `<script>alert("x")</script>'&` });
    const [newest] = await shop.list();
    const others = [
      "/",
      "/?lang=en",
      "/nowhere",
      "/payments/gone",
      "/paymentv2/vpcpay.html",
      `/payments/${newest?.id}`,
    ];
    return [payment, timedOut, ...(await Promise.all(others.map(open)))];
  };

  it("says that it is not the real thing, and needs neither scripts nor style attributes", async () => {
    for (const { text, headers, url } of await pages()) {
      expect(text, url.pathname).toMatch(/HỆ THỐNG THỬ \(sandbox\) – không phải VNPAY|SANDBOX – not VNPAY/);
      expect(text, url.pathname).not.toMatch(/<script|style=|\son\w+=/i);
      expect(headers.get("content-security-policy"), url.pathname).toContain("default-src 'none'");
      expect(headers.get("cache-control"), url.pathname).toContain("no-store");
    }
  });

  it("shows what merchants write as they wrote it", async () => {
    const page = await shop.newBrowser().open(shop.address({ vnp_OrderInfo: `<b>"free"</b>` }));
    expect(page.text).toContain("&lt;b&gt;&quot;free&quot;&lt;/b&gt;");
  });

  it("lets forms lead back to the merchant, as browsers check the redirect", async () => {
    const { headers } = await open("/");
    expect(headers.get("content-security-policy")).toContain(`form-action 'self' ${shop.origin};`);
  });
});

describe("the payment page", () => {
  it("shows the amount, the receiver and the order, in the language the order asks for", async () => {
    const vi = await shop.newBrowser().open(shop.address());
    expect(vi.text).toContain("150.000 ₫");
    expect(vi.text).toContain("BV Đa khoa Kinh Bắc");
    expect(vi.forms[0]?.buttons.map((button) => button.value)).toEqual([
      "pay",
      "cancel",
      "no-money",
      "pay-twice",
      "lose-ipn",
      "wrong-amount",
      "time-out",
    ]);
    const en = await shop.newBrowser().open(shop.address({ vnp_Locale: "en" }));
    expect(en.text).toContain("Pay 150,000 VND");
    expect(en.forms[0]?.action).toMatch(/\?lang=en$/);
    expect((await shop.newBrowser().open(shop.address({ vnp_Locale: "en" }, { vnp_SecureHash: "" }))).text).toContain(
      "code 97",
    );
  });
});

describe("the front page", () => {
  it("lists transactions newest first with the notices and their answers", async () => {
    await shop.pay("cancel", { vnp_TxnRef: "FRONT1" });
    await shop.pay("pay-twice", { vnp_TxnRef: "FRONT2" });
    const { text } = await open("/");
    expect(text.indexOf("FRONT2")).toBeLessThan(text.indexOf("FRONT1"));
    expect(text).toContain("trả lời 00 – Confirm Success");
    expect(text.match(/trả lời 00/g)?.length).toBeGreaterThanOrEqual(3);
  });
});

describe("the server", () => {
  it("refuses a port that is taken, two merchants of one code, and an address that is more than an origin", async () => {
    const merchant = { tmnCode: "A", hashSecret: secret, returnOrigin: "http://localhost:3000" };
    const start = (port: number, merchants: (typeof merchant)[]) => startPaymentGateway({ port, merchants });
    const taken = Number(new URL(shop.gateway.url).port);
    await expect(start(taken, [])).rejects.toMatchObject({ code: "EADDRINUSE" });
    await expect(start(0, [merchant, merchant])).rejects.toThrow("same tmnCode");
    await expect(start(0, [{ ...merchant, returnOrigin: "http://localhost:3000/pay" }])).rejects.toThrow(
      "Not an origin",
    );
  });

  it("prints nothing, and takes no form of another site", async () => {
    const out = vi.spyOn(process.stdout, "write");
    const page = await new Browserless().open(shop.address());
    const headers = { "sec-fetch-site": "cross-site" };
    const press = { method: "POST", headers, body: new URLSearchParams({ choice: "pay" }) };
    expect((await fetch(page.url, press)).status).toBe(403);
    await shop.pay("nonsense");
    const said = [...out.mock.calls];
    vi.restoreAllMocks();
    expect(said).toEqual([]);
  });
});
