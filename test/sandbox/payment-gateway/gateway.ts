import type { Request } from "express";
import { chooseLanguage, type Language } from "../http/language.ts";
import type { Page } from "../http/layout.ts";
import type { Ledger } from "./ledger.ts";
import type { Merchant, Merchants } from "./merchants.ts";
import { type Words, words } from "./pages/words.ts";

/** What the gateway's routes work with. */
export interface Gateway {
  merchants: Merchants;
  ledger: Ledger;
  now(): Date;
  ipnUrlOf(merchant: Merchant): string;
}

export type GatewayPage = Page<Words>;

/** The page's language: as the address says, else as the order asked. */
export function pageFor(gateway: Gateway, req: Request, asked?: Language): GatewayPage {
  const language = chooseLanguage(req.query.lang, asked);
  const [first] = gateway.merchants.values();
  return { language, t: words[language], portalOrigin: first?.returnOrigin };
}
