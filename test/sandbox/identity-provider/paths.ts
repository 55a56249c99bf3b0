/** Where the protocol's endpoints are below an issuer; everything else on this server is a page of the sandbox. */
export interface Paths {
  authorization: string;
  token: string;
  userinfo: string;
  jwks: string;
  endSession: string;
  /** Pushed authorization requests (RFC 9126), where there are any. */
  pushed?: string;
  /** Missing where an issuer publishes no discovery document. */
  discovery?: string;
}

export const paths: Paths = {
  authorization: "/authorize",
  token: "/token",
  userinfo: "/userinfo",
  jwks: "/jwks",
  endSession: "/end-session",
  discovery: "/.well-known/openid-configuration",
};

/** Does oidc-provider answer this path? Resuming a sign-in and confirming a sign-out lie below theirs. */
export function isProtocolPath(own: Paths, path: string): boolean {
  return Object.values(own).some((one) => path === one || path.startsWith(`${one}/`));
}
