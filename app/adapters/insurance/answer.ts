import { birthInterval } from "#app/shared/dates.ts";
import { normaliseIdentifier } from "#app/shared/identifiers.ts";
import { GatewayFault } from "./fault.ts";

/** What the insurer says of a card. Its list of visits is clinical, was not asked for, and goes no further than here. */
export interface CardAnswer {
  /** `maKetQua`: three digits. */
  code: string;
  number?: string;
  /** The card in force, where another one was asked about. */
  newNumber?: string;
  /** Days, 'YYYY-MM-DD'. */
  validFrom?: string;
  validTo?: string;
  /** Five-character code of the facility of first registration. */
  place?: string;
  /** From this day on five years without a gap. */
  fiveYears?: string;
  /** K1, K2, K3: regions with rights of their own. */
  region?: string;
}

/** Not about the card: their database or server failed, our question or account is not accepted. */
const ABOUT_THEM = new Set(["100", "101"]);
const ABOUT_US = new Set(["205", "401"]);
/** Codes of an old card, which is answered with the new one. */
const REPLACED = new Set(["003", "004"]);

/** Reads what the card check gives for the number that was asked. @throws GatewayFault. */
export function readAnswer(said: Record<string, unknown>, asked: string): CardAnswer {
  const code = textOf(said.maKetQua);
  if (!code || !/^\d{3}$/.test(code)) throw new GatewayFault("not-understood");
  if (ABOUT_THEM.has(code)) throw new GatewayFault("busy");
  if (ABOUT_US.has(code)) throw new GatewayFault(code === "401" ? "refused" : "not-understood");
  const number = textOf(said.maThe);
  if (number && !REPLACED.has(code) && !sameCard(number, asked)) throw new GatewayFault("not-understood");
  const answer: Record<keyof CardAnswer, string | undefined> = {
    code,
    number,
    newNumber: textOf(said.maTheMoi),
    validFrom: dayOf(said.gtTheTu),
    validTo: dayOf(said.gtTheDen),
    place: /^[0-9A-Z]{5}$/.exec(textOf(said.maDKBD) ?? "")?.[0],
    fiveYears: dayOf(said.ngayDu5Nam),
    region: /^K[1-3]$/.exec(textOf(said.maKV) ?? "")?.[0],
  };
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value)) as unknown as CardAnswer;
}

/** Old cards put five characters before the ten digits that name the person; asked by personal number, any card may come back. */
function sameCard(told: string, asked: string): boolean {
  const [a, b] = [normaliseIdentifier(told), normaliseIdentifier(asked)];
  return b.length === 12 || a.length === 12 || a.slice(-10) === b.slice(-10);
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" && text.length <= 100 ? text.trim() : undefined;
}

/** The gateway's dd/MM/yyyy as a day; `undefined` for what is none. */
function dayOf(value: unknown): string | undefined {
  const [, d, m, y] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(textOf(value) ?? "") ?? [];
  return y && birthInterval(`${y}-${m}-${d}`)?.low;
}
