import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShop, pipeHashOf, queryFor, refundFor, type Shop, stamp } from "../shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const signedOfRefund =
  "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo".split(
    " ",
  );
const signedOfQuery = [...signedOfRefund, "PromotionCode", "PromotionAmount"];

const hashOfAnswer = (answer: Record<string, string>): string =>
  pipeHashOf(
    (answer.vnp_Command === "refund" ? signedOfRefund : signedOfQuery).map((name) => answer[`vnp_${name}`] ?? ""),
  );

/** Pays an order, and says what later calls need to name it. */
async function paid(txnRef: string, choice = "pay") {
  await shop.pay(choice, { vnp_TxnRef: txnRef });
  const [newest] = await shop.list();
  if (!newest) throw new Error("The gateway lists no payment.");
  return newest;
}

describe("querydr", () => {
  it("tells what was paid, signed, even when the IPN was lost", async () => {
    const { createDate, transactionNo, payDate } = await paid("Q1", "lose-ipn");
    const answer = await shop.ask(queryFor("Q1", createDate));
    expect(answer).toMatchObject({
      vnp_Command: "querydr",
      vnp_ResponseCode: "00",
      vnp_TmnCode: "DEMOTMN1",
      vnp_TxnRef: "Q1",
      vnp_Amount: "15000000",
      vnp_BankCode: "NCB",
      vnp_PayDate: payDate,
      vnp_TransactionNo: transactionNo,
      vnp_TransactionType: "01",
      vnp_TransactionStatus: "00",
      vnp_SecureHash: hashOfAnswer(answer),
    });
  });

  it("tells what is open, cancelled or has run out", async () => {
    let now = Date.now();
    const slow = await openShop({ now: () => new Date(now) });
    const statusOf = async (txnRef: string) =>
      (await slow.ask(queryFor(txnRef, (await slow.list())[0]?.createDate ?? ""))).vnp_TransactionStatus;
    await slow.newBrowser().open(slow.address({ vnp_TxnRef: "OPEN" }));
    expect(await statusOf("OPEN")).toBe("01");
    now += 20 * 60_000;
    expect(await statusOf("OPEN")).toBe("02");
    await slow.pay("cancel", { vnp_TxnRef: "GONE", vnp_ExpireDate: stamp(60) });
    expect(await statusOf("GONE")).toBe("02");
    await slow.close();
  });

  it("finds nothing under another number or another date", async () => {
    const { createDate } = await paid("Q2");
    const wrong = await shop.ask(
      queryFor(
        "Q2",
        createDate.replace(/..$/, (s) => (s === "00" ? "01" : "00")),
      ),
    );
    const unknown = await shop.ask(queryFor("NEVER", createDate));
    for (const answer of [wrong, unknown])
      expect(answer).toMatchObject({ vnp_ResponseCode: "91", vnp_SecureHash: hashOfAnswer(answer) });
  });

  it("refuses strangers, bad forms, bad signatures and repeated requests", async () => {
    const { createDate } = await paid("Q3");
    const query = queryFor("Q3", createDate);
    const codeOf = async (values: Record<string, string>, more?: object) =>
      (await shop.ask(values, more)).vnp_ResponseCode;
    expect(await codeOf({ ...query, TmnCode: "NOBODY00" })).toBe("02");
    expect(await codeOf({ ...query, CreateDate: "20260230080000" })).toBe("03");
    expect(await codeOf({ ...query, Command: "pay" })).toBe("03");
    expect(await codeOf({ ...query, RequestId: "" })).toBe("03");
    expect(await codeOf(query, { vnp_SecureHash: undefined })).toBe("97");
    expect(await codeOf(query, { vnp_TxnRef: "Q2" })).toBe("97");
    expect(await codeOf(query)).toBe("00");
    expect(await codeOf(query)).toBe("94");
    expect(await shop.ask({ ...query, TmnCode: "NOBODY00" })).not.toHaveProperty("vnp_SecureHash");
  });

  it("takes no body that is no object", async () => {
    const send = (body: string) =>
      fetch(`${shop.gateway.url}/merchant_webapi/api/transaction`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
    expect(await (await send("[]")).json()).toMatchObject({ vnp_ResponseCode: "02" });
    expect((await send("{")).status).toBe(400);
  });
});

describe("refund", () => {
  it("pays back in parts, never more than was paid", async () => {
    const { createDate, transactionNo } = await paid("R1");
    const answer = await shop.ask(refundFor("R1", createDate, 100_000, "03", transactionNo ?? ""));
    expect(answer).toMatchObject({
      vnp_ResponseCode: "00",
      vnp_Amount: "10000000",
      vnp_TransactionType: "03",
      vnp_TransactionStatus: "05",
      vnp_SecureHash: hashOfAnswer(answer),
    });
    expect(answer.vnp_TransactionNo).not.toBe(transactionNo);
    expect((await shop.ask(refundFor("R1", createDate, 50_001))).vnp_ResponseCode).toBe("99");
    expect((await shop.ask(refundFor("R1", createDate, 150_000, "02"))).vnp_ResponseCode).toBe("94");
    expect((await shop.ask(refundFor("R1", createDate, 50_000))).vnp_ResponseCode).toBe("00");
    expect((await shop.ask(refundFor("R1", createDate, 1))).vnp_ResponseCode).toBe("99");
  });

  it("pays back the whole once; a query tells how far the bank is", async () => {
    const { createDate } = await paid("R2");
    const query = async () => (await shop.ask(queryFor("R2", createDate))).vnp_TransactionStatus;
    expect((await shop.ask(refundFor("R2", createDate, 149_999, "02"))).vnp_ResponseCode).toBe("99");
    expect((await shop.ask(refundFor("R2", createDate, 150_000, "02"))).vnp_ResponseCode).toBe("00");
    expect((await shop.ask(refundFor("R2", createDate, 150_000, "02"))).vnp_ResponseCode).toBe("94");
    expect(await query()).toBe("06");
    await decide("refused");
    expect(await query()).toBe("09");
    await decide("paid-back");
    expect(await query()).toBe("09");
    expect((await shop.ask(refundFor("R2", createDate, 150_000, "02"))).vnp_ResponseCode).toBe("00");
    await decide("paid-back");
    expect(await query()).toBe("00");
  });

  it("refuses what was never paid, and another transaction's number", async () => {
    const cancelled = await paid("R3", "cancel");
    expect((await shop.ask(refundFor("R3", cancelled.createDate, 5_000))).vnp_ResponseCode).toBe("95");
    const { createDate } = await paid("R4");
    expect((await shop.ask(refundFor("R4", createDate, 5_000, "03", "123"))).vnp_ResponseCode).toBe("91");
    expect((await shop.ask(refundFor("R4", createDate, 5_000, "04"))).vnp_ResponseCode).toBe("03");
  });

  it("stands in the list that reconciliation reads, by merchant and day", async () => {
    const { createDate } = await paid("R5");
    await shop.ask(refundFor("R5", createDate, 5_000));
    const [newest] = await shop.list(`?tmnCode=DEMOTMN1&day=${stamp().slice(0, 8)}`);
    expect(newest).toMatchObject({ txnRef: "R5", refunds: [{ amount: 5_000, full: false, state: "sent-to-bank" }] });
    expect(await shop.list("?tmnCode=OTHER")).toEqual([]);
    expect(await shop.list("?day=20200101")).toEqual([]);
  });
});

/** Presses a button about the newest refund, if it is still there to press. */
async function decide(decision: string): Promise<void> {
  const [newest] = await shop.list();
  const refund = newest?.refunds.at(-1);
  const at = `${shop.gateway.url}/transactions/${newest?.id}/refunds/${refund?.transactionNo}`;
  await fetch(at, { method: "POST", body: new URLSearchParams({ decision }) });
}
