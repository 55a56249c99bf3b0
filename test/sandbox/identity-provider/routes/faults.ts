import { type Request, type Response, Router } from "express";
import { field } from "../../http/fields.ts";
import { withLanguage } from "../../http/language.ts";
import type { FaultSwitch } from "../faults/switch.ts";
import { faultTable, isFaultName } from "../faults/table.ts";
import { pageFor } from "../sandbox.ts";
import type { AppParts } from "./app.ts";

const mostTimes = 1_000;

/** Faults on command, for machines (JSON) and for the form on the front page. */
export function faultRoutes(sandbox: Pick<AppParts, "faults" | "portalOrigin">): Router {
  const router = Router();
  router.get("/faults", (_req, res) => {
    res.json({ ...sandbox.faults.current, faults: faultTable });
  });
  router.post("/faults", (req, res) => {
    const error = change(sandbox.faults, field(req, "fault"), field(req, "times"));
    if (error !== undefined) res.status(400).json({ error });
    else answer(sandbox, req, res);
  });
  return router;
}

function change(faults: FaultSwitch, fault: string | undefined, times = "1"): string | undefined {
  if (fault === undefined || (fault !== "none" && !isFaultName(fault))) return "unknown fault";
  const count = Number(times);
  if (!Number.isInteger(count) || count < 1 || count > mostTimes) return `times must be 1 to ${mostTimes}`;
  faults.set(fault, count);
  return undefined;
}

function answer(sandbox: Pick<AppParts, "faults" | "portalOrigin">, req: Request, res: Response): void {
  if (req.is("application/json")) res.json(sandbox.faults.current);
  else res.redirect(303, `${withLanguage("/", pageFor(sandbox, req).language)}#faults`);
}
