import { z } from "zod";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { isTyped, isWritten, type KeptForm } from "#app/shared/kept-form.ts";

/** A form of fields alone, without files. */
export const isForm = (request: Request): boolean =>
  request.method === "POST" &&
  (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");

/** The form of a request, where somebody wrote something into it, or `whatever` is in it; files are not kept. */
export async function keepForm(request: Request, { whatever = false } = {}): Promise<KeptForm | undefined> {
  if (!isForm(request)) return undefined;
  const fields = [...new URLSearchParams(await request.text())];
  if (!whatever && !fields.some(isTyped)) return undefined;
  const { pathname, search } = new URL(request.url);
  return { to: pathname + search, fields };
}

const kept = z.object({ to: z.string().max(500), fields: z.array(z.tuple([z.string(), z.string()])).max(200) });

/** A half-written form as the counter's script says it; only to a page of ours, and only where something is written. */
export function formOf(text: string | null): KeptForm | undefined {
  try {
    const form = kept.parse(JSON.parse(text ?? ""));
    const own = safeReturnTo(form.to) === form.to;
    return own && form.fields.some(([, value]) => isWritten(value)) ? form : undefined;
  } catch {
    return undefined;
  }
}
