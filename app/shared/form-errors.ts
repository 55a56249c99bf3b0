import type { z } from "zod";

/** Per field, the codes of what is wrong; `""` is the form as a whole. Texts come from the catalogue. */
export type FormErrors = Record<string, string[]>;

/** zod's findings as codes: our own messages are codes already, the library's become `invalid`. */
export function formErrors(error: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    const code = /^[a-z][a-z0-9-]+$/.test(issue.message) ? issue.message : "invalid";
    errors[field] = [...new Set([...(errors[field] ?? []), code])];
  }
  return errors;
}
