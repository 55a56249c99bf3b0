import type { Request } from "express";
import type { Config } from "#app/config.ts";
import { defaultLocale, isLocale, type Locale } from "#app/i18n/locale.ts";
import { readCookie } from "./cookies.ts";

/** The language of a page that is written before there is a context: the one asked for, else the remembered one. */
export function askedLanguage(config: Pick<Config, "publicOrigin">, req: Request): Locale {
  const remembered = readCookie(config, req.headers.cookie, "lang");
  if (isLocale(req.query.lang)) return req.query.lang;
  return isLocale(remembered) ? remembered : defaultLocale;
}
