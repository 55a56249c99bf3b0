import type http from "node:http";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { type CallRequest, type GatewayDesk, hasOwnCredentials, takeDocument } from "./calls.ts";
import { type Call, type DialectAnswer, refusedCall } from "./dialect.ts";
import { LeavesTheBase, type PassedAnswer, passThrough } from "./pass-through.ts";

type Raw = Pick<http.IncomingMessage, "method" | "url" | "headers">;

export interface RelayState {
  /** When the insurer's gateway last failed to answer. */
  failedAt?: string;
  /** Documents the insurer took and our queue could not keep. */
  notKept: number;
  notKeptAt?: string;
}

/** Our queue may take so long before the insurer's call goes out without waiting for it. */
const QUEUE_MS = 5_000;

/**
 * Pass-through: what the hospital hears is the insurer's answer. A document goes into our queue first,
 * but nothing that goes wrong there stops or changes the call.
 */
export function relay(desk: GatewayDesk, to: { url: string; timeoutSeconds: number }, state: RelayState) {
  async function keep(call: Exclude<Call, "token">, request: CallRequest): Promise<boolean> {
    const keeping = takeDocument(desk, call, request).catch(() => undefined);
    const answer = await Promise.race([keeping, sleep(QUEUE_MS, undefined, { ref: false })]);
    return answer?.body.maKetQua === "200";
  }

  async function send(raw: Raw, body: Buffer | Readable): Promise<PassedAnswer | undefined> {
    try {
      return await passThrough(to, raw, body);
    } catch (error) {
      if (!(error instanceof LeavesTheBase)) state.failedAt = new Date().toISOString();
      return undefined;
    }
  }

  function told(answer: PassedAnswer | undefined, kept: boolean): PassedAnswer | DialectAnswer {
    if (!answer) return refusedCall("503", "Cổng giám định BHYT không trả lời; hãy gửi lại sau.");
    if (!kept && resultCode(answer) === "200") {
      state.notKept++;
      state.notKeptAt = new Date().toISOString();
    }
    return answer;
  }

  return {
    /** A call that may be the hospital's own: what it brings is kept, then passed on. */
    async keep(call: Call, raw: Raw, request: CallRequest): Promise<PassedAnswer | DialectAnswer> {
      const kept = call === "token" || (await keep(call, request));
      const answer = await send(raw, request.body);
      if (answer && call === "token" && hasOwnCredentials(desk, request)) rememberTokens(desk, answer);
      return told(answer, kept);
    },
    /** Any other call, as it comes: the insurer judges it, and we keep nothing of it. */
    async through(call: Call | undefined, raw: Raw & Readable): Promise<PassedAnswer | DialectAnswer> {
      return told(await send(raw, raw), call === undefined);
    },
  };
}

const jsonOf = ({ body }: PassedAnswer): Record<string, unknown> => {
  try {
    return Object(JSON.parse(body.toString("utf8")));
  } catch {
    return {};
  }
};

const resultCode = (answer: PassedAnswer): string => String(jsonOf(answer).maKetQua ?? "");

/** The insurer's tokens open our door too: the hospital's system knows no others. */
function rememberTokens({ tokens, own }: GatewayDesk, answer: PassedAnswer): void {
  const { access_token: accessToken, id_token: idToken, expires_in: expires } = Object(jsonOf(answer).APIKey);
  if (typeof accessToken !== "string" || typeof idToken !== "string") return;
  tokens.remember({ accessToken, idToken, until: endOf(expires, own.tokenMinutes) });
}

/** The gateway says it as a moment; some editions as seconds. */
function endOf(expires: unknown, minutes: number): number {
  const moment = typeof expires === "string" ? Date.parse(expires) : Number.NaN;
  const seconds = Number(expires);
  if (Number.isFinite(seconds) && seconds > 0) return Date.now() + seconds * 1_000;
  return Number.isFinite(moment) && moment > Date.now() ? moment : Date.now() + minutes * 60_000;
}
