/** Why a document could not be delivered yet; words in words.ts. */
export type Why =
  | "unreachable"
  | "certificate"
  | "timeout"
  | "busy"
  | "server-error"
  | "key-refused"
  | "not-allowed"
  | "no-such-address"
  | "strange-answer"
  | "disk";

/** Not the document's fault: it is tried again. `portal` holds for every document, `document` for this one alone. */
export class Later extends Error {
  readonly scope: "portal" | "document";
  readonly why: Why;
  readonly status: number | undefined;
  readonly leastMs: number;

  constructor(scope: "portal" | "document", why: Why, status?: number, leastMs = 0) {
    super(`${why}${status ? ` (${status})` : ""}`);
    this.scope = scope;
    this.why = why;
    this.status = status;
    this.leastMs = leastMs;
  }

  /** The connection failed. */
  static ofFetch(error: unknown): Later {
    if (error instanceof Error && error.name === "TimeoutError") return new Later("portal", "timeout");
    const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
    const code = String(cause?.code ?? "");
    return new Later("portal", /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code) ? "certificate" : "unreachable");
  }

  /** The portal, or what stands before it, answered with something that says nothing of the document. */
  static ofResponse(response: Response): Later {
    const { status } = response;
    const least = retryAfterMs(response.headers.get("retry-after"));
    if (status === 429 || status === 503) return new Later("portal", "busy", status, least);
    if (status === 502 || status === 504) return new Later("portal", "unreachable", status, least);
    if (status >= 500 || status === 408 || status === 425) return new Later("document", "server-error", status, least);
    if (status === 401) return new Later("portal", "key-refused", status, least);
    if (status === 403) return new Later("portal", "not-allowed", status, least);
    return new Later("portal", status >= 300 ? "no-such-address" : "strange-answer", status, least);
  }
}

const LONGEST_ASKED_MS = 3_600_000;

/** Retry-After in seconds or as a date (RFC 9110 §10.2.3), at most an hour. */
function retryAfterMs(header: string | null): number {
  if (!header) return 0;
  const asked = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), LONGEST_ASKED_MS) : 0;
}
