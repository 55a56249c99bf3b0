import { randomBytes } from "node:crypto";
import { setCookie } from "./cookies.ts";
import type { PageContext } from "./load-context.ts";

const TEN_MINUTES = 600;
const YEAR = 31_536_000;

/** The cookie by which the answer of the provider is known to be this browser's. */
export const signInCookie = ({ config, signed }: Pick<PageContext, "config" | "signed">, token: string): string =>
  setCookie(config, "signin", signed.sign("signin", token), TEN_MINUTES);

/** A browser that signed in is known from now on: not whose it is, only that it is no crowd's. */
export const deviceCookie = (
  { config, signed }: Pick<PageContext, "config" | "signed">,
  known: string | undefined,
): string => setCookie(config, "device", signed.sign("device", known ?? randomBytes(16).toString("base64url")), YEAR);
