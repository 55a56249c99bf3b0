import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashOf, openShop, type Shop, stamp } from "./payment-gateway/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(() => {
  shop.notices.length = 0;
});
afterAll(() => shop.close());

const newest = async () => (await shop.list())[0];

describe("a payment", () => {
  it("tells the merchant, then takes the payer back, both signed", async () => {
    const back = await shop.pay("pay", { vnp_TxnRef: "PAY1" });
    expect(back.stopped).toBe(true);
    expect(`${back.url.origin}${back.url.pathname}`).toBe(`${shop.origin}/pay/return`);
    expect(back.url.searchParams.get("bill")).toBe("7");
    back.url.searchParams.delete("bill");
    expect(shop.notices.map(String)).toEqual([back.url.searchParams.toString()]);
    const notice = Object.fromEntries(shop.notices[0] ?? []);
    expect(notice).toEqual({
      vnp_Amount: "15000000",
      vnp_BankCode: "NCB",
      vnp_BankTranNo: `VNP${notice.vnp_TransactionNo}`,
      vnp_CardType: "ATM",
      vnp_OrderInfo: expect.stringMatching(/^Thanh toan vien phi HB/),
      vnp_PayDate: expect.stringMatching(/^\d{14}$/),
      vnp_ResponseCode: "00",
      vnp_TmnCode: "DEMOTMN1",
      vnp_TransactionNo: expect.stringMatching(/^\d{8}$/),
      vnp_TransactionStatus: "00",
      vnp_TxnRef: "PAY1",
      vnp_SecureHash: hashOf(shop.notices[0] ?? []),
    });
    expect(await newest()).toMatchObject({
      txnRef: "PAY1",
      amount: 150_000,
      status: "00",
      ipns: [{ amount: 150_000, status: 200, rspCode: "00", message: "Confirm Success" }],
    });
  });

  it("goes back without money when cancelled or not covered", async () => {
    for (const [choice, code] of [
      ["cancel", "24"],
      ["no-money", "51"],
    ] as const) {
      const { url } = await shop.pay(choice);
      expect(url.searchParams.get("vnp_ResponseCode")).toBe(code);
      expect(url.searchParams.get("vnp_TransactionStatus")).toBe("02");
      expect(url.searchParams.get("vnp_TransactionNo")).toBe("0");
      expect(url.searchParams.has("vnp_BankTranNo")).toBe(false);
      expect(shop.notices.at(-1)?.get("vnp_ResponseCode")).toBe(code);
      expect(await newest()).toMatchObject({ outcome: choice, status: "02", transactionNo: null });
    }
  });

  it("is told twice, in the same words", async () => {
    await shop.pay("pay-twice");
    expect(shop.notices).toHaveLength(2);
    expect(String(shop.notices[0])).toBe(String(shop.notices[1]));
  });

  it("is told with a wrong amount, well signed, while the way back says the right one", async () => {
    shop.answerWith(() => JSON.stringify({ RspCode: "04", Message: "Invalid amount" }));
    const { url } = await shop.pay("wrong-amount");
    const [notice] = shop.notices;
    expect(notice?.get("vnp_Amount")).toBe("16000000");
    expect(notice?.get("vnp_SecureHash")).toBe(hashOf(notice ?? []));
    expect(url.searchParams.get("vnp_Amount")).toBe("15000000");
    expect((await newest())?.ipns).toMatchObject([{ amount: 160_000, rspCode: "04" }]);
  });

  it("is paid without the merchant being told, until it is told again", async () => {
    const { url } = await shop.pay("lose-ipn");
    expect(url.searchParams.get("vnp_ResponseCode")).toBe("00");
    expect(shop.notices).toEqual([]);
    const browser = shop.newBrowser();
    const front = await browser.open(shop.gateway.url);
    await browser.submit(front, front.forms[0]);
    url.searchParams.delete("bill");
    expect(shop.notices.map(String)).toEqual([url.searchParams.toString()]);
  });

  it("leaves no trace at the merchant when it runs out", async () => {
    const page = await shop.pay("time-out");
    expect(page.stopped).toBe(false);
    expect(page.text).toContain("Giao dịch đã quá hạn");
    expect(page.text).not.toContain("/pay/return");
    expect(shop.notices).toEqual([]);
    expect(await newest()).toMatchObject({ outcome: "time-out", status: "02" });
  });
});

describe("what payers and merchants do wrong", () => {
  it("a second press, or two at once, changes nothing", async () => {
    const browser = shop.newBrowser();
    const page = await browser.open(shop.address());
    const press = (choice: string) => browser.submit(page, page.forms[0], { choice });
    const both = await Promise.all([press("pay"), press("pay")]);
    expect(both.filter((visit) => visit.stopped)).toHaveLength(1);
    const late = await press("cancel");
    expect(late.text).toContain("Giao dịch này đã xong");
    expect(late.text).toContain(`href="${shop.origin}/pay/return?bill=7&amp;vnp_Amount=15000000`);
    expect(shop.notices).toHaveLength(1);
    expect(await newest()).toMatchObject({ outcome: "pay" });
  });

  it("an address opened twice is one payment; its order number serves for no other that day", async () => {
    const address = shop.address({ vnp_TxnRef: "ONCE" });
    const [first, again] = [await shop.newBrowser().open(address), await shop.newBrowser().open(address)];
    expect(first.url.href).toBe(again.url.href);
    const other = await shop.newBrowser().open(shop.address({ vnp_TxnRef: "ONCE", vnp_Amount: "2000000" }));
    expect(other.status).toBe(400);
    expect(other.text).toContain("mã 01");
    const yesterday = shop.address({ vnp_TxnRef: "ONCE", vnp_CreateDate: stamp(-1440) });
    expect((await shop.newBrowser().open(yesterday)).status).toBe(200);
  });

  it("nobody pays what has run out while the page was open", async () => {
    let now = Date.now();
    const slow = await openShop({ now: () => new Date(now) });
    const browser = slow.newBrowser();
    const page = await browser.open(slow.address());
    now += 16 * 60_000;
    const late = await browser.submit(page, page.forms[0], { choice: "pay" });
    await slow.close();
    expect(late.text).toContain("Giao dịch đã quá hạn");
    expect(slow.notices).toEqual([]);
  });

  it("a merchant that is down, or answers nonsense, does not hold the payer up", async () => {
    shop.answerWith(() => "<h1>Lỗi</h1>");
    expect((await shop.pay("pay")).stopped).toBe(true);
    expect((await newest())?.ipns).toMatchObject([{ status: 200, rspCode: null, message: "<h1>Lỗi</h1>" }]);
    const down = await openShop({ ipnUrl: "http://localhost:1/ipn" });
    expect((await down.pay("pay")).stopped).toBe(true);
    expect((await down.list())[0]?.ipns[0]).toMatchObject({ status: null, rspCode: null });
    await down.close();
  });
});
