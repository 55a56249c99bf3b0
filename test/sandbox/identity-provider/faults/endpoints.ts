import { setTimeout as sleep } from "node:timers/promises";
import type { ErrorPage, Middleware, OidcContext } from "../library.ts";
import type { Paths } from "../paths.ts";
import type { FaultSwitch } from "./switch.ts";
import type { FaultName } from "./table.ts";
import { strangeTokenAnswer } from "./token-answers.ts";

const slowMilliseconds = 4_000;

/** Endpoints that fail before anything is read, or take their time. */
export function failingEndpoints(faults: FaultSwitch, paths: Paths, errorPage: ErrorPage): Middleware {
  return async (ctx, next) => {
    const status = failsAtOnce(ctx.path, faults, paths);
    if (status !== undefined) return fail(ctx, status, errorPage);
    if (ctx.path === paths.token && faults.take("slow-token")) {
      await sleep(slowMilliseconds, undefined, { ref: false });
      // Whoever asked has given up, and the request can no longer be read.
      if (!ctx.req.readable) return;
    }
    if (refuses(ctx, faults, paths)) return;
    if (ctx.path === paths.token && strangeTokenAnswer(ctx, faults)) return;
    await next();
  };
}

function failsAtOnce(path: string, faults: FaultSwitch, paths: Paths): 500 | 503 | undefined {
  if (faults.take("unavailable")) return 503;
  const broken: [string | undefined, FaultName][] = [
    [paths.jwks, "jwks-500"],
    [paths.token, "token-error-500"],
    [paths.userinfo, "userinfo-500"],
    [paths.pushed, "par-500"],
  ];
  return broken.some(([at, fault]) => path === at && faults.take(fault)) ? 500 : undefined;
}

function fail(ctx: OidcContext, status: number, errorPage: ErrorPage): void {
  ctx.status = status;
  const why = "lỗi có chủ đích / a fault on purpose";
  if (ctx.accepts("text", "html") === "html") errorPage(ctx, { error: String(status), error_description: why });
  else ctx.body = `${status}: ${why}\n`;
}

/** Answers as RFC 6749 §5.2 has them. */
function refuses(ctx: OidcContext, faults: FaultSwitch, paths: Paths): boolean {
  const error =
    ctx.path === paths.pushed && faults.take("par-refused")
      ? "invalid_request"
      : ctx.path === paths.token && faults.take("dpop-refused")
        ? "invalid_dpop_proof"
        : undefined;
  if (error === undefined) return false;
  ctx.status = 400;
  ctx.body = { error, error_description: "the sandbox refuses on purpose" };
  return true;
}
