import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { OidcContext } from "../library.ts";
import type { FaultSwitch } from "./switch.ts";

const HUGE = 24 * 1024 * 1024;

/** Answers of the token endpoint that no client should read to the end. */
export function strangeTokenAnswer(ctx: OidcContext, faults: FaultSwitch): boolean {
  if (faults.take("token-html")) {
    ctx.type = "html";
    ctx.body = "<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>";
  } else if (faults.take("token-huge")) {
    ctx.type = "json";
    ctx.body = `{"padding":"${"x".repeat(HUGE)}"}`;
  } else if (faults.take("token-endless")) {
    ctx.type = "json";
    ctx.body = Readable.from(dripping());
  } else return false;
  ctx.status = 200;
  return true;
}

async function* dripping(): AsyncGenerator<string> {
  yield '{"padding":"';
  for (let minute = 0; minute < 600; minute++) {
    await sleep(100, undefined, { ref: false });
    yield "x";
  }
}
