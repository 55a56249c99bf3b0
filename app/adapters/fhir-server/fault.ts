export type FaultCode =
  | "unreachable"
  | "timeout"
  | "too-large"
  | "redirected"
  | "private-address"
  | "elsewhere"
  | "status"
  | "unauthorized"
  | "busy"
  | "gone"
  | "not-json"
  | "not-a-bundle"
  | "paging-loop"
  | "no-token";

/** What is wrong with somebody else's FHIR server; holds a code, never what it said. */
export class ServerFault extends Error {
  readonly code: FaultCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: FaultCode, options: { retryAfterSeconds?: number | undefined; cause?: unknown } = {}) {
    super(`The FHIR server: ${code}.`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ServerFault";
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
