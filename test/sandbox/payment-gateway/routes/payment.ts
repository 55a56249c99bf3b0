import { type Request, type RequestHandler, type Response, Router } from "express";
import { field } from "../../http/fields.ts";
import { withLanguage } from "../../http/language.ts";
import { type Gateway, pageFor } from "../gateway.ts";
import { tellMerchant } from "../ipn.ts";
import { isOutcome, type OutcomeName, outcomes } from "../outcomes.ts";
import { finishedPage, paymentPage, refusedPage, timedOutPage } from "../pages/payment.ts";
import { type Refusal, readOrder } from "../protocol/order.ts";
import { returnAddress } from "../protocol/result.ts";
import type { Transaction } from "../transaction.ts";

/** What a payer sees, from the merchant's address to the way back. */
export function paymentRoutes(gateway: Gateway): Router {
  const router = Router();
  router.get("/paymentv2/vpcpay.html", (req, res) => enter(gateway, req, res));
  router.get("/payments/:id", known(gateway, show));
  router.post("/payments/:id", known(gateway, choose));
  return router;
}

/** The signed address is checked once; then the payment has an address of its own, which may be loaded again. */
function enter(gateway: Gateway, req: Request, res: Response): void {
  const opened = openTransaction(gateway, new URL(req.originalUrl, "http://localhost").searchParams);
  if ("reason" in opened) refuse(gateway, req, res, opened);
  else res.redirect(303, withLanguage(`/payments/${opened.id}`, opened.order.language));
}

function openTransaction({ ledger, merchants, now }: Gateway, query: URLSearchParams): Transaction | Refusal {
  const order = readOrder(query, merchants, now());
  if ("reason" in order) return order;
  const opened = ledger.open(order, now());
  return opened === "duplicate" ? { reason: "duplicate", parameter: "vnp_TxnRef" } : opened;
}

function refuse(gateway: Gateway, req: Request, res: Response, refusal: Refusal): void {
  const asked = req.query.vnp_Locale === "en" ? "en" : "vi";
  res.status(400).send(refusedPage(pageFor(gateway, req, asked), refusal));
}

type Act = (gateway: Gateway, transaction: Transaction, req: Request, res: Response) => Promise<void> | void;

function known(gateway: Gateway, act: Act): RequestHandler {
  return (req, res, next) => {
    const transaction = gateway.ledger.byId(req.params.id ?? "");
    if (!transaction) return next();
    Promise.resolve(act(gateway, transaction, req, res)).catch(next);
  };
}

function show(gateway: Gateway, transaction: Transaction, req: Request, res: Response): void {
  const page = pageFor(gateway, req);
  const { result } = transaction;
  if (!result) res.send(paymentPage(page, transaction));
  else if (outcomes[result.outcome].back) res.send(finishedPage(page, transaction, returnAddress(transaction)));
  else res.send(timedOutPage(page, transaction));
}

async function choose(gateway: Gateway, transaction: Transaction, req: Request, res: Response): Promise<void> {
  const { ledger, now, ipnUrlOf } = gateway;
  const chosen = field(req, "choice");
  if (!isOutcome(chosen)) return refuse(gateway, req, res, { reason: "format", parameter: "choice" });
  // A second press on a button, or one on an old page, changes nothing.
  if (!ledger.decide(transaction, inTime(transaction, chosen, now()), now()))
    return show(gateway, transaction, req, res);
  await tellMerchant(transaction, ipnUrlOf(transaction.order.merchant));
  if (transaction.result && outcomes[transaction.result.outcome].back) res.redirect(303, returnAddress(transaction));
  else show(gateway, transaction, req, res);
}

/** Nobody can pay what has expired while the page was open. */
const inTime = ({ order }: Transaction, chosen: OutcomeName, now: Date): OutcomeName =>
  order.expiresAt > now ? chosen : "time-out";
