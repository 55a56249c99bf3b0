/** Where the protocol's endpoints are; everything else on this server is a page of the sandbox. */
export const paths = {
  authorization: "/authorize",
  token: "/token",
  userinfo: "/userinfo",
  jwks: "/jwks",
  endSession: "/end-session",
  discovery: "/.well-known/openid-configuration",
} as const;

/** Does oidc-provider answer this path? Resuming a sign-in and confirming a sign-out lie below theirs. */
export function isProtocolPath(path: string): boolean {
  return Object.values(paths).some((own) => path === own || path.startsWith(`${own}/`));
}
