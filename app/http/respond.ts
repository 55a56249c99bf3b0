import { type Issue, operationOutcome } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { DomainError, type ErrorKind, knownError, statusOf } from "#app/shared/errors.ts";
import type { Transport } from "./machine.ts";

const FHIR_TYPES: Readonly<Record<ErrorKind, Issue["type"]>> = {
  invalid: "invalid",
  unauthenticated: "login",
  forbidden: "forbidden",
  "not-found": "not-found",
  "wrong-method": "not-supported",
  conflict: "conflict",
  "too-large": "too-long",
  unsupported: "not-supported",
  "rate-limited": "throttled",
  unavailable: "transient",
};

const INTERNAL = "Something went wrong on our side. Send the same again: what was taken is not taken twice.";

/** A JSON body with its media type; never cached. */
export function json(
  body: object | Uint8Array<ArrayBuffer>,
  options: { status?: number; type?: string; headers?: Record<string, string> } = {},
): Response {
  return new Response(body instanceof Uint8Array ? body : JSON.stringify(body), {
    status: options.status ?? 200,
    headers: {
      "Content-Type": `${options.type ?? "application/json"}; charset=utf-8`,
      "Cache-Control": "no-store",
      ...options.headers,
    },
  });
}

export const fhir = (
  body: object | Uint8Array<ArrayBuffer>,
  status = 200,
  headers: Record<string, string> = {},
): Response => json(body, { status, type: "application/fhir+json", headers });

/** An error as its transport says it: OperationOutcome, or problem+json (RFC 9457). Says nothing it should not. */
export function errorResponse(error: unknown, transport: Transport, requestId: string): Response {
  const found = knownError(error);
  const known = found ?? new DomainError("unavailable", "internal-error", INTERNAL);
  const status = found ? statusOf[known.kind] : 500;
  const headers: Record<string, string> = {};
  if (known.retryAfterSeconds) headers["Retry-After"] = String(known.retryAfterSeconds);
  if (status === 401)
    headers["WWW-Authenticate"] =
      `Bearer error="${known.code === "token-missing" ? "invalid_request" : "invalid_token"}"`;
  if (transport === "fhir") {
    const issue: Issue = {
      severity: "error",
      type: status === 500 ? "exception" : FHIR_TYPES[known.kind],
      code: known.code,
      diagnostics: known.message,
    };
    return fhir(operationOutcome([issue]), status, headers);
  }
  return json(
    {
      type: "about:blank",
      title: known.code,
      status,
      code: known.code,
      detail: known.message,
      instance: `urn:uuid:${requestId}`,
    },
    { status, type: "application/problem+json", headers },
  );
}
