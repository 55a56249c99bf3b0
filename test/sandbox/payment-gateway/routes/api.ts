import { Router } from "express";
import { bodyOf, parameter } from "../../http/fields.ts";
import { transactionApi } from "../api/transactions.ts";
import type { Gateway } from "../gateway.ts";
import { listOf } from "../listing.ts";

/** What merchants' servers ask, and the list that reconciliation compares with. */
export function apiRoutes({ ledger, merchants, now }: Gateway): Router {
  const router = Router();
  const answer = transactionApi(ledger, merchants, now);
  router.post("/merchant_webapi/api/transaction", (req, res) => {
    res.json(answer(bodyOf(req)));
  });
  router.get("/transactions.json", (req, res) => {
    const wanted = { tmnCode: parameter(req, "tmnCode"), day: parameter(req, "day") };
    res.json({
      transactions: ledger
        .all()
        .map((one) => listOf(one, now()))
        .filter(matches(wanted)),
    });
  });
  return router;
}

const matches =
  (wanted: { tmnCode: string | undefined; day: string | undefined }) =>
  (one: ReturnType<typeof listOf>): boolean =>
    (wanted.tmnCode ?? one.tmnCode) === one.tmnCode &&
    (wanted.day === undefined || one.createDate.startsWith(wanted.day));
