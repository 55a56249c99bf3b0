import crypto from "node:crypto";
import { type CardAnswer, readAnswer } from "./answer.ts";
import { breaker } from "./breaker.ts";
import { GatewayFault } from "./fault.ts";
import { postJson } from "./post.ts";

export interface GatewaySettings {
  url: string;
  username: string;
  password: string;
  /** Who answers for the questions: the gateway keeps the name and number of an officer with each. */
  officer: { name: string; number: string };
}

export interface CardQuestion {
  number: string;
  name: string;
  /** Day, 'YYYY-MM-DD'; a year alone is asked as the gateway takes it, `yyyy`. */
  birth: string;
}

export interface InsuranceGateway {
  /** What the insurer says of this card now. @throws GatewayFault. */
  check(question: CardQuestion): Promise<CardAnswer>;
}

export interface GatewayOptions {
  timeoutMs?: number;
  now?: () => number;
}

interface Tokens {
  accessToken: string;
  idToken: string;
  until: number;
}

/** The whole of a check, token included: somebody is looking at a page. */
const TIMEOUT_MS = 8_000;
/** Used this long at most, whatever the gateway says of its clock. */
const TOKEN_MS = 900_000;

/** The card check of the insurer's gateway (its guide to Decision 3176), or of a connector that speaks alike. */
export function insuranceGateway(settings: GatewaySettings, options: GatewayOptions = {}): InsuranceGateway {
  const { timeoutMs = TIMEOUT_MS, now = Date.now } = options;
  const password = crypto.createHash("md5").update(settings.password).digest("hex").toUpperCase();
  const guard = breaker(now);
  let tokens: Tokens | undefined;

  async function takeTokens(until: number): Promise<Tokens> {
    const body = { username: settings.username, password };
    const said = await postJson(addressOf(settings.url, "api/token/take"), body, until - Date.now());
    const key = (said.APIKey ?? {}) as Record<string, unknown>;
    const { access_token: accessToken, id_token: idToken } = key;
    if (String(said.maKetQua) === "401") throw new GatewayFault("refused");
    if (typeof accessToken !== "string" || typeof idToken !== "string") throw new GatewayFault("not-understood");
    return { accessToken, idToken, until: now() + TOKEN_MS };
  }

  async function ask(question: CardQuestion, until: number): Promise<CardAnswer> {
    if (!tokens || tokens.until < now()) tokens = await takeTokens(until);
    const url = addressOf(settings.url, "api/egw/KQNhanLichSuKCB2024");
    url.search = String(
      new URLSearchParams({
        token: tokens.accessToken,
        id_token: tokens.idToken,
        username: settings.username,
        password,
      }),
    );
    const { name: hoTenCb, number: cccdCb } = settings.officer;
    const body = { maThe: question.number, hoTen: question.name, ngaySinh: birthOf(question.birth), hoTenCb, cccdCb };
    return readAnswer(await postJson(url, body, until - Date.now()), question.number);
  }

  return {
    check: (question) =>
      guard.run(async () => {
        const until = Date.now() + timeoutMs;
        const known = tokens !== undefined;
        try {
          return await ask(question, until);
        } catch (error) {
          if (!(error instanceof GatewayFault) || error.code !== "refused") throw error;
          // Tokens may have been forgotten there; once, with new ones.
          tokens = undefined;
          if (!known) throw error;
          return ask(question, until);
        }
      }),
  };
}

/** The base may end with a slash or not. */
const addressOf = (base: string, path: string): URL => new URL(path, base.endsWith("/") ? base : `${base}/`);

/** `2026-01-31` as the gateway writes it: 31/01/2026. */
const birthOf = (birth: string): string => birth.split("-").reverse().join("/");
