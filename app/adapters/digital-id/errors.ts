import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { DomainError, isDomainError } from "#app/shared/errors.ts";

/** openid-client's codes → ours. The log gets our code; `cause` is never logged, it holds claims and tokens. */
const CLIENT_CODES: Readonly<Record<string, { kind: "invalid" | "unavailable"; code: string }>> = {
  OAUTH_INVALID_RESPONSE: { kind: "invalid", code: "response-invalid" },
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: { kind: "invalid", code: "token-claims" },
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: { kind: "invalid", code: "token-time" },
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: { kind: "invalid", code: "issuer-mismatch" },
  OAUTH_RESPONSE_IS_NOT_CONFORM: { kind: "unavailable", code: "provider-unavailable" },
  OAUTH_RESPONSE_IS_NOT_JSON: { kind: "unavailable", code: "provider-unavailable" },
  OAUTH_TIMEOUT: { kind: "unavailable", code: "provider-unavailable" },
};

/** Claims whose name says what is wrong without saying anything of the token. */
const CLAIMS = ["iss", "aud", "nonce", "azp", "sub", "at_hash"];

/** A failed step of the sign-in as one of our errors, with nothing of the token in it. */
export function signInError(error: unknown): DomainError {
  if (isDomainError(error)) return error;
  if (error instanceof AuthorizationResponseError) {
    const code = error.error === "access_denied" ? "sign-in-cancelled" : "provider-refused";
    return new DomainError("forbidden", code, "The provider answered with an error.");
  }
  if (error instanceof ResponseBodyError)
    return new DomainError("invalid", "code-refused", "The provider did not accept the code.");
  if (error instanceof ClientError) {
    const known = CLIENT_CODES[error.code ?? ""] ?? { kind: "invalid" as const, code: "response-invalid" };
    const message = `The provider's answer was refused (${error.code ?? "unknown"}).`;
    return new DomainError(known.kind, finer(error) ?? known.code, message);
  }
  return new DomainError("unavailable", "provider-unavailable", "The provider cannot be reached.");
}

/** Which check failed, told by what the library found wrong: a claim, the signature, the algorithm, `iss` on the way back. */
function finer(error: ClientError): string | undefined {
  const found = innermost(error);
  const { claim } = found;
  if (typeof claim === "string" && CLAIMS.includes(claim)) return `token-${claim}`;
  if ("signature" in found) return "token-signature";
  if ("header" in found) return "token-algorithm";
  return "parameters" in found ? "answer-parameters" : undefined;
}

function innermost(error: Error): Record<string, unknown> {
  const { cause } = error;
  if (cause instanceof Error) return innermost(cause);
  return typeof cause === "object" && cause !== null ? { ...cause } : {};
}
