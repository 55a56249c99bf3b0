import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { DomainError, isDomainError } from "#app/shared/errors.ts";

type Coded = readonly [kind: "invalid" | "unavailable" | "forbidden", code: string];

/** openid-client's codes → ours. The log gets our code; `cause` is never logged, it holds claims and tokens. */
const CLIENT_CODES: Readonly<Record<string, Coded>> = {
  OAUTH_INVALID_RESPONSE: ["invalid", "response-invalid"],
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: ["invalid", "token-claims"],
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: ["invalid", "token-time"],
  OAUTH_RESPONSE_IS_NOT_CONFORM: ["unavailable", "provider-unavailable"],
  OAUTH_RESPONSE_IS_NOT_JSON: ["unavailable", "provider-unavailable"],
  OAUTH_PARSE_ERROR: ["invalid", "response-invalid"],
  OAUTH_TIMEOUT: ["unavailable", "provider-unavailable"],
  OAUTH_MISSING_SERVER_METADATA: ["unavailable", "endpoint-missing"],
  OAUTH_INVALID_SERVER_METADATA: ["unavailable", "discovery-invalid"],
};

/** What the provider says on the way back (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6, eSignet's own words). */
const ANSWERS: Readonly<Record<string, Coded>> = {
  access_denied: ["forbidden", "sign-in-cancelled"],
  consent_required: ["forbidden", "sign-in-cancelled"],
  consent_rejected: ["forbidden", "sign-in-cancelled"],
  interaction_required: ["forbidden", "sign-in-cancelled"],
  login_required: ["forbidden", "sign-in-cancelled"],
  invalid_request_uri: ["invalid", "request-uri-refused"],
  unmet_authentication_requirements: ["forbidden", "level-refused"],
  temporarily_unavailable: ["unavailable", "provider-unavailable"],
};

/** What endpoints say (RFC 6749 §5.2, RFC 9449 §5, RFC 9126 §2.3). */
const BODIES: Readonly<Record<string, Coded>> = {
  invalid_client: ["invalid", "client-refused"],
  unauthorized_client: ["invalid", "client-refused"],
  invalid_dpop_proof: ["invalid", "proof-refused"],
  use_dpop_nonce: ["invalid", "proof-refused"],
  temporarily_unavailable: ["unavailable", "provider-unavailable"],
  server_error: ["unavailable", "provider-unavailable"],
};

/** Claims whose name says what is wrong without saying anything of the token. */
const CLAIMS = ["iss", "aud", "nonce", "azp", "sub", "at_hash", "auth_time"];

/**
 * A failed step of the sign-in as one of our errors, with nothing of the token in it; `undefined` for what neither the
 * provider nor the way to it has done: that is a mistake of ours, and hides behind nobody.
 */
export function signInError(error: unknown, step: "request" | "code" = "code"): DomainError | undefined {
  const own = domainErrorIn(error);
  if (own) return own;
  const coded = codeOf(error, step);
  if (!coded) return undefined;
  const [kind, code] = coded;
  return new DomainError(kind, code, `The sign-in stopped at the provider's answer (${code}).`);
}

function codeOf(error: unknown, step: "request" | "code"): Coded | undefined {
  if (error instanceof AuthorizationResponseError)
    return own(ANSWERS, error.error) ?? ["forbidden", "provider-refused"];
  if (error instanceof ResponseBodyError) return bodyCode(error, step);
  if (error instanceof WWWAuthenticateChallengeError)
    return ["invalid", step === "request" ? "client-refused" : "answer-unauthorized"];
  if (error instanceof ClientError) {
    const [kind, code] = own(CLIENT_CODES, error.code ?? "") ?? ["invalid", "response-invalid"];
    return [kind, finer(error) ?? code];
  }
  return undefined;
}

const own = (codes: Readonly<Record<string, Coded>>, name: string): Coded | undefined =>
  Object.hasOwn(codes, name) ? codes[name] : undefined;

function bodyCode({ error, status }: ResponseBodyError, step: "request" | "code"): Coded {
  const known = own(BODIES, error);
  if (known) return known;
  if (status >= 500) return ["unavailable", "provider-unavailable"];
  return ["invalid", step === "request" ? "request-refused" : "code-refused"];
}

/** Our own fetch and checks throw inside openid-client, which wraps them. */
function domainErrorIn(error: unknown): DomainError | undefined {
  if (isDomainError(error)) return error;
  return error instanceof Error && error.cause instanceof Error ? domainErrorIn(error.cause) : undefined;
}

/** Which check failed, told by what the library found wrong: a claim, the signature, the algorithm, `iss` on the way back. */
function finer(error: ClientError): string | undefined {
  const { found, message } = innermost(error);
  const claim =
    typeof found.claim === "string" ? found.claim : /^JWT "(\w+)" \([\w ]+\) claim missing$/.exec(message)?.[1];
  if (claim !== undefined && CLAIMS.includes(claim)) return `token-${claim}`;
  if (/"id_token" property/.test(message)) return "token-missing";
  if ("header" in found) return "token-algorithm";
  return "parameters" in found ? "answer-parameters" : undefined;
}

/** The first error of the chain and what it was about. Its text is read here and told to nobody. */
function innermost(error: Error): { found: Record<string, unknown>; message: string } {
  const { cause, message } = error;
  if (cause instanceof Error) return innermost(cause);
  return { found: typeof cause === "object" && cause !== null ? { ...cause } : {}, message };
}
