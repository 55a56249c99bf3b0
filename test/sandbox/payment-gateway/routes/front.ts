import { type Request, type Response, Router } from "express";
import { field } from "../../http/fields.ts";
import { withLanguage } from "../../http/language.ts";
import { type Gateway, pageFor } from "../gateway.ts";
import { callMerchant } from "../ipn.ts";
import { frontPage } from "../pages/front.ts";

/** The front page: every transaction, and what a tester may do to it afterwards. */
export function frontRoutes(gateway: Gateway): Router {
  const router = Router();
  router.get("/", (req, res) => {
    const page = pageFor(gateway, req);
    res.send(frontPage(page, [...gateway.merchants.values()], gateway.ledger.all(), gateway.now()));
  });
  router.post("/transactions/:id/ipn", (req, res, next) => {
    const transaction = gateway.ledger.byId(req.params.id);
    if (!transaction?.result) return next();
    callMerchant(transaction, gateway.ipnUrlOf(transaction.order.merchant))
      .then(() => backToFront(gateway, req, res))
      .catch(next);
  });
  router.post("/transactions/:id/refunds/:number", (req, res, next) => {
    const refunds = gateway.ledger.byId(req.params.id)?.refunds;
    const refund = refunds?.find((one) => one.transactionNo === req.params.number);
    const decision = field(req, "decision");
    if (!refund || (decision !== "paid-back" && decision !== "refused")) return next();
    // What the bank has decided once, it does not take back.
    if (refund.state === "sent-to-bank") refund.state = decision;
    backToFront(gateway, req, res);
  });
  return router;
}

function backToFront(gateway: Gateway, req: Request, res: Response): void {
  res.redirect(303, withLanguage("/", pageFor(gateway, req).language));
}
