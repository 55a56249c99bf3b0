import crypto from "node:crypto";
import type http from "node:http";
import { Browserless, type Visit } from "../../support/browser-less.ts";
import { listenOnLoopback } from "../http/loopback.ts";
import type { listOf } from "./listing.ts";
import { type PaymentGatewayOptions, startPaymentGateway } from "./server.ts";

export const tmnCode = "DEMOTMN1";
export const secret = "TESTSECRET";

/** The signature of an address, from VNPay's description alone. */
export function hashOf(query: Iterable<[string, string]>, key = secret): string {
  const signed = [...query].filter(([name, value]) => name !== "vnp_SecureHash" && value !== "");
  signed.sort(([a], [b]) => (a < b ? -1 : 1));
  const text = signed.map((pair) =>
    pair.map((part) => new URLSearchParams({ "": part }).toString().slice(1)).join("="),
  );
  return crypto.createHmac("sha512", key).update(text.join("&")).digest("hex");
}

export const pipeHashOf = (values: readonly unknown[]): string =>
  crypto.createHmac("sha512", secret).update(values.join("|")).digest("hex");

/** yyyyMMddHHmmss in Vietnam, so many minutes from now. */
export function stamp(minutes = 0, from = Date.now()): string {
  const shifted = new Date(from + minutes * 60_000 + 7 * 3_600_000);
  return shifted.toISOString().replace(/[-:T]/g, "").slice(0, 14);
}

type Listed = ReturnType<typeof listOf>;
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A merchant with a server of its own, and a gateway it has an account at. */
export async function openShop(options: Partial<PaymentGatewayOptions> = {}) {
  const notices: URLSearchParams[] = [];
  let answer = (notice: URLSearchParams): string =>
    JSON.stringify({ RspCode: notice.get("vnp_ResponseCode") && "00", Message: "Confirm Success" });
  const server = await listenOnLoopback((req: http.IncomingMessage, res: http.ServerResponse) => {
    const notice = new URL(req.url ?? "", "http://shop").searchParams;
    notices.push(notice);
    res.end(answer(notice));
  }, 0);
  const origin = `http://localhost:${server.port}`;
  const merchants = [{ tmnCode, hashSecret: secret, returnOrigin: origin, name: "BV Đa khoa Kinh Bắc" }];
  const gateway = await startPaymentGateway({ port: 0, merchants, ...options });
  let orders = 0;

  /** The address a payer is sent to; `changes` come before the signature, `after` behind it. */
  function address(changes: Record<string, string> = {}, after: Record<string, string> = {}): string {
    orders += 1;
    const asked = {
      vnp_Version: "2.1.0",
      vnp_Command: "pay",
      vnp_TmnCode: tmnCode,
      vnp_Amount: "15000000",
      vnp_CurrCode: "VND",
      vnp_TxnRef: `HB${orders}`,
      vnp_OrderInfo: `Thanh toan vien phi HB${orders}`,
      vnp_OrderType: "other",
      vnp_Locale: "vn",
      vnp_ReturnUrl: `${origin}/pay/return?bill=7`,
      vnp_IpAddr: "127.0.0.1",
      vnp_CreateDate: stamp(),
      vnp_ExpireDate: stamp(15),
      ...changes,
    };
    const signed = { ...asked, vnp_SecureHash: hashOf(Object.entries(asked)), ...after };
    return `${gateway.url}/paymentv2/vpcpay.html?${new URLSearchParams(signed)}`;
  }

  const newBrowser = () => new Browserless({ until: (url) => url.origin === origin });

  /** Opens the payment page and presses one of its buttons. */
  async function pay(choice: string, changes: Record<string, string> = {}): Promise<Visit> {
    const browser = newBrowser();
    const page = await browser.open(address(changes));
    return browser.submit(page, page.forms[0], { choice });
  }

  /** A call of the transaction interface; `values` in the order in which they are signed. */
  async function ask(values: Record<string, string | number>, more: object = {}): Promise<Record<string, string>> {
    const named = Object.entries(values).map(([name, value]) => [`vnp_${name}`, value] as const);
    const body = { ...Object.fromEntries(named), vnp_SecureHash: pipeHashOf(Object.values(values)), ...more };
    const headers = { "content-type": "application/json" };
    const at = `${gateway.url}/merchant_webapi/api/transaction`;
    return (await fetch(at, { method: "POST", headers, body: JSON.stringify(body) })).json();
  }

  return {
    origin,
    gateway,
    notices,
    address,
    newBrowser,
    pay,
    ask,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    /** The gateway's own list, newest first. */
    async list(search = ""): Promise<Listed[]> {
      const answer: { transactions: Listed[] } = await (
        await fetch(`${gateway.url}/transactions.json${search}`)
      ).json();
      return answer.transactions;
    },
    close: () => Promise.all([gateway.close(), server.close()]),
  };
}

let requests = 0;

/** The values of a `querydr`, in order. */
export const queryFor = (txnRef: string, date: string) => ({
  RequestId: `Q${Date.now()}x${requests++}`,
  Version: "2.1.0",
  Command: "querydr",
  TmnCode: tmnCode,
  TxnRef: txnRef,
  TransactionDate: date,
  CreateDate: stamp(),
  IpAddr: "127.0.0.1",
  OrderInfo: `Hoi ${txnRef}`,
});

/** The values of a `refund`, in order. */
export const refundFor = (txnRef: string, date: string, amount: number, type = "03", transactionNo = "0") => ({
  RequestId: `R${Date.now()}x${requests++}`,
  Version: "2.1.0",
  Command: "refund",
  TmnCode: tmnCode,
  TransactionType: type,
  TxnRef: txnRef,
  Amount: amount * 100,
  TransactionNo: transactionNo,
  TransactionDate: date,
  CreateBy: "thu ngan 1",
  CreateDate: stamp(),
  IpAddr: "127.0.0.1",
  OrderInfo: `Hoan tien ${txnRef}`,
});
