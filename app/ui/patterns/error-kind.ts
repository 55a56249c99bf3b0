import type { ErrorPageKind } from "./error-page.tsx";

/** Which page tells people about an error. */
export function errorKind(status: number, code: string | undefined): ErrorPageKind | "level-too-low" {
  if (code === "level-too-low") return "level-too-low";
  if (status === 404) return "not-found";
  if (status === 401) return "expired";
  if (status === 403) return "forbidden";
  if (status === 429) return "too-many";
  if (status === 503) return "offline";
  return status < 500 ? "bad-request" : "server";
}
