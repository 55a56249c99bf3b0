import type { ProviderSettings } from "./settings.ts";

/** 128 bits, written in letters and digits (ASVS 11.5.1); providers give 28 (WSO2) to 64. */
const SHORTEST_SECRET = 22;
const FEWEST_SIGNS = 10;

/** What a provider's settings may hold in a sandbox alone: [field, what is wrong], never a value that is secret. */
export function unsafeInProvider(p: ProviderSettings): [field: string, wrong: string][] {
  return [...overHttp(p), ...weakSecret(p), ...withoutPkce(p)];
}

function overHttp(p: ProviderSettings): [string, string][] {
  const addresses: [string, unknown][] = [
    ["issuer", p.issuer],
    ["discovery", p.discovery],
    ...Object.entries(p.endpoints).map(([name, at]): [string, unknown] => [`endpoints.${name}`, at]),
  ];
  return addresses.flatMap(([field, at]) =>
    typeof at === "string" && !at.startsWith("https:") ? [[field, "must begin with https:// outside the sandbox"]] : [],
  );
}

function weakSecret({ clientAuthentication, clientSecret = "" }: ProviderSettings): [string, string][] {
  if (clientAuthentication === "private_key_jwt") return [];
  if (clientSecret.startsWith("sandbox"))
    return [["clientSecret", "is the sandbox's; the provider gives you your own"]];
  if (clientSecret.length < SHORTEST_SECRET || new Set(clientSecret).size < FEWEST_SIGNS)
    return [
      [
        "clientSecret",
        `can be guessed; it needs at least ${SHORTEST_SECRET} characters, ${FEWEST_SIGNS} of them different`,
      ],
    ];
  return [];
}

/**
 * Without PKCE a stolen code is stopped by the nonce of the ID token, which suffices for a client with a secret of
 * its own (RFC 9700 §2.1.1); without an ID token by nothing.
 */
const withoutPkce = ({ pkce, idToken }: ProviderSettings): [string, string][] =>
  pkce === "off" && idToken.use === "none" ? [["pkce", "cannot be off where no ID token is expected either"]] : [];
