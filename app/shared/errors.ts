/** What went wrong, for machines; people's words come from the catalogue by `code`. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "wrong-method"
  | "conflict"
  | "too-large"
  | "unsupported"
  | "rate-limited"
  | "unavailable";

/**
 * Thrown for what a caller cannot expect. `code` is stable and public; `message` is for our logs
 * and never holds an identifier, a name or a clinical value.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  /** What the answer needs besides the code: codes and counts, like it public. */
  readonly details: Readonly<Record<string, string | number>> | undefined;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: {
      cause?: unknown;
      retryAfterSeconds?: number;
      details?: Readonly<Record<string, string | number>>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "DomainError";
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details;
  }
}

/** The server and the pages are built apart, so a class alone does not tell: the name does. */
export const isDomainError = (error: unknown): error is DomainError =>
  error instanceof DomainError || (error instanceof Error && error.name === "DomainError" && "kind" in error);

/** PostgreSQL going down, starting, full or no longer the primary; the driver's and the socket's own codes. */
const DATABASE_AWAY = new Set([
  ...["57P01", "57P02", "57P03", "53300", "25006", "08006", "08001"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE"],
]);

/** What a caller may be told of any error: itself, that the database is away for now, or nothing. */
export function knownError(error: unknown): DomainError | undefined {
  if (isDomainError(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!DATABASE_AWAY.has(code)) return undefined;
  const message = "The database cannot be reached at the moment. Try again in a few seconds.";
  return new DomainError("unavailable", "database-unavailable", message, { cause: error, retryAfterSeconds: 5 });
}

/** HTTP status of each kind, the same for every transport. */
export const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "wrong-method": 405,
  conflict: 409,
  "too-large": 413,
  unsupported: 415,
  "rate-limited": 429,
  unavailable: 503,
};
