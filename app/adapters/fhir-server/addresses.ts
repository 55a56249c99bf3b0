import { ServerFault } from "./fault.ts";

/** The base as a folder: `https://his.vn/fhir` and `https://his.vn/fhir/` are the same server. */
export const baseOf = (baseUrl: string): URL => new URL(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);

/** An address the server gave; only one below its own base is followed. @throws ServerFault `elsewhere`. */
export function below(base: URL, address: string): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (cause) {
    throw new ServerFault("elsewhere", { cause });
  }
  const own = url.pathname.startsWith(base.pathname) || url.pathname === base.pathname.slice(0, -1);
  if (url.origin !== base.origin || !own || url.username || url.password) throw new ServerFault("elsewhere");
  return url;
}
