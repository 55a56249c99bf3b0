import crypto from "node:crypto";
import type { Request } from "express";
import { chooseLanguage } from "../http/language.ts";
import type { Page } from "../http/layout.ts";
import { Faults } from "./faults.ts";
import { type Words, words } from "./pages/words.ts";
import { type Card, cardsOf } from "./register.ts";

export interface Account {
  username: string;
  password: string;
}

/** What the insurer's routes work with. */
export interface Insurer {
  account: Account;
  cards: Card[];
  faults: Faults;
  tokens: Set<string>;
  /** How often a card was asked about. */
  asked: number;
  portalOrigin: string | undefined;
}

export const createInsurer = (account: Account, portalOrigin: string | undefined, year: number): Insurer => ({
  account,
  cards: cardsOf(year),
  faults: new Faults(),
  tokens: new Set(),
  asked: 0,
  portalOrigin,
});

/** The gateway wants the MD5 of a password, in capitals. */
export const passwordMd5 = ({ password }: Account): string =>
  crypto.createHash("md5").update(password).digest("hex").toUpperCase();

export type InsurerPage = Page<Words>;

export function pageFor(insurer: Insurer, req: Request): InsurerPage {
  const language = chooseLanguage(req.query.lang);
  return { language, t: words[language], portalOrigin: insurer.portalOrigin };
}
