import type { Translate } from "#app/i18n/translate.ts";
import type { ErrorPageKind } from "./error-page.tsx";

/** Errors with a page of their own, by the code they came with. */
const named = {
  "level-too-low": "level.title",
  "on-duty": "duty.onDuty",
  "duty-needed": "duty.needed",
  "step-up-needed": "stepUp.title",
} as const;

export type ErrorKind = ErrorPageKind | keyof typeof named;

const isNamed = (code: string | undefined): code is keyof typeof named =>
  code !== undefined && Object.hasOwn(named, code);

/** Which page tells people about an error. */
export function errorKind(status: number, code: string | undefined): ErrorKind {
  if (isNamed(code)) return code;
  if (code?.startsWith("print-")) return "no-print";
  if (status === 404) return "not-found";
  if (status === 401) return "expired";
  if (status === 403) return "forbidden";
  if (status === 429) return "too-many";
  if (status === 503) return "offline";
  return status < 500 ? "bad-request" : "server";
}

export const errorTitle = (t: Translate, kind: ErrorKind): string =>
  t(isNamed(kind) ? named[kind] : `errors.${kind}.title`);
