export const faultCodes = [
  /** Nobody there, or the connection broke. */
  "unreachable",
  "timeout",
  /** It says itself that it cannot now: 5xx, 429, result codes 100 and 101. */
  "busy",
  /** Our account is not let in (401, 403). */
  "refused",
  /** An answer that is none: no JSON, no result code, about another card. */
  "not-understood",
  /** Left alone for a while after failures in a row. */
  "resting",
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** Why the insurer's gateway gave no answer; holds a code, never what it said or was asked. */
export class GatewayFault extends Error {
  readonly code: FaultCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FaultCode, options: { retryAfterSeconds?: number | undefined; cause?: unknown } = {}) {
    super(`The insurer's gateway: ${code}.`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "GatewayFault";
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The server and the pages are built apart, so a class alone does not tell: the name does. */
export const isGatewayFault = (error: unknown): error is GatewayFault =>
  error instanceof GatewayFault || (error instanceof Error && error.name === "GatewayFault" && "code" in error);
