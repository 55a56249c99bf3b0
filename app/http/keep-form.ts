import { isWritten, type KeptForm } from "#app/shared/kept-form.ts";

/** A form of fields alone, without files. */
export const isForm = (request: Request): boolean =>
  request.method === "POST" &&
  (request.headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");

/** The form of a request, where somebody wrote something into it, or `whatever` is in it; files are not kept. */
export async function keepForm(request: Request, { whatever = false } = {}): Promise<KeptForm | undefined> {
  if (!isForm(request)) return undefined;
  const fields = [...new URLSearchParams(await request.text())];
  if (!whatever && !fields.some(([, value]) => isWritten(value))) return undefined;
  const { pathname, search } = new URL(request.url);
  return { to: pathname + search, fields };
}
