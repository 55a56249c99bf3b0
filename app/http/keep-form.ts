import { isWritten, type KeptForm } from "#app/shared/kept-form.ts";

/** The form of a request, where somebody wrote something into it; files are not kept. */
export async function keepForm(request: Request): Promise<KeptForm | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "POST" || !type.startsWith("application/x-www-form-urlencoded")) return undefined;
  const fields = [...new URLSearchParams(await request.text())];
  if (!fields.some(([, value]) => isWritten(value))) return undefined;
  const { pathname, search } = new URL(request.url);
  return { to: pathname + search, fields };
}
