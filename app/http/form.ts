import type { z } from "zod";
import { en } from "#app/i18n/en.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { makeI18n } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";
import { isDomainError } from "#app/shared/errors.ts";
import { type FormErrors, formErrors } from "#app/shared/form-errors.ts";

/** What became of a form: done, or what to correct with everything still in its field. */
export interface SentForm {
  done?: string | undefined;
  errors?: Record<string, string[]> | undefined;
  values?: Record<string, string> | undefined;
}

/** What is wrong, in the reader's words, by the code of the check that found it. */
export function inWords(locale: Locale, code: string): string {
  const { t } = makeI18n(locale === "en" ? en : vi, locale);
  return t.maybe("form", code) ?? t("form.invalid");
}

/** Errors in the reader's words, and the values as they were typed. */
export function invalidForm(locale: Locale, values: Record<string, string>, found: z.ZodError | FormErrors): SentForm {
  const codes =
    "issues" in found && Array.isArray(found.issues) ? formErrors(found as z.ZodError) : (found as FormErrors);
  const errors = Object.entries(codes).map(
    ([field, list]) => [field, list.map((code) => inWords(locale, code))] as const,
  );
  return { errors: Object.fromEntries(errors), values };
}

/** A conflict of what a form asks with what somebody did meanwhile is told on the form, by its code. */
export async function conflictOnForm(
  locale: Locale,
  values: Record<string, string>,
  work: () => Promise<unknown>,
): Promise<SentForm | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!isDomainError(error) || error.kind !== "conflict") throw error;
    return invalidForm(locale, values, { "": [error.code] });
  }
}
