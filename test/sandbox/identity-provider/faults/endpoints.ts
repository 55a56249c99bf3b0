import { setTimeout as sleep } from "node:timers/promises";
import type { JWK } from "jose";
import type { ErrorPage, Middleware, OidcContext, Provider } from "../library.ts";
import { paths } from "../paths.ts";
import { idTokenFaults, spoilIdToken } from "./id-token.ts";
import type { FaultSwitch } from "./switch.ts";

const slowMilliseconds = 4_000;

/** Makes the provider misbehave as the switch says: its endpoints, and its answers on the way back. */
export function installFaults(provider: Provider, faults: FaultSwitch, key: JWK, errorPage: ErrorPage): void {
  provider.use(aroundEndpoints(faults, key, errorPage));
  provider.on("authorization.success", (_ctx, out) => spoilReturn(out, faults));
}

function aroundEndpoints(faults: FaultSwitch, key: JWK, errorPage: ErrorPage): Middleware {
  return async (ctx, next) => {
    const status = failsAtOnce(ctx, faults);
    if (status !== undefined) return fail(ctx, status, errorPage);
    if (ctx.path === paths.token && faults.take("slow-token")) {
      await sleep(slowMilliseconds, undefined, { ref: false });
      // Whoever asked has given up, and the request can no longer be read.
      if (!ctx.req.readable) return;
    }
    await next();
    await spoilAnswer(ctx, faults, key);
  };
}

function failsAtOnce(ctx: OidcContext, faults: FaultSwitch): 500 | 503 | undefined {
  if (faults.take("unavailable")) return 503;
  if (ctx.path === paths.jwks && faults.take("jwks-500")) return 500;
  if (ctx.path === paths.token && faults.take("token-error-500")) return 500;
  return undefined;
}

function fail(ctx: OidcContext, status: number, errorPage: ErrorPage): void {
  ctx.status = status;
  const why = "lỗi có chủ đích / a fault on purpose";
  if (ctx.accepts("text", "html") === "html") errorPage(ctx, { error: String(status), error_description: why });
  else ctx.body = `${status}: ${why}\n`;
}

async function spoilAnswer(ctx: OidcContext, faults: FaultSwitch, key: JWK): Promise<void> {
  const answer = isObject(ctx.body) ? ctx.body : {};
  if (ctx.path === paths.discovery && "issuer" in answer && faults.take("discovery-wrong-issuer")) {
    ctx.body = { ...answer, issuer: "https://impostor.example" };
  }
  if (ctx.path === paths.userinfo && "sub" in answer && faults.take("userinfo-other-sub")) {
    ctx.body = { ...answer, sub: "somebody-else" };
  }
  if (ctx.path === paths.token && typeof answer.id_token === "string") {
    const fault = faults.takeOneOf(idTokenFaults);
    if (fault) ctx.body = { ...answer, id_token: await spoilIdToken(answer.id_token, fault, key) };
  }
}

function spoilReturn(out: Record<string, unknown>, faults: FaultSwitch): void {
  if (faults.take("wrong-iss-parameter")) out.iss = "https://impostor.example";
  if (faults.take("wrong-state")) out.state = "state-of-another-sign-in";
  if (faults.take("access-denied")) {
    out.code = undefined;
    out.error = "access_denied";
    out.error_description = "the sandbox refuses on purpose";
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Buffer.isBuffer(value);
}
