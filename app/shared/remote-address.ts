import { isLoopbackHost } from "./loopback.ts";

/** An address of somebody else's server that an operator may configure: https and a name; in the sandbox this machine too. */
export function isRemoteAddress(address: string, sandbox: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash) return false;
  if (isLoopbackHost(hostname)) return sandbox && (protocol === "http:" || protocol === "https:");
  // A bare address, or a name without a dot, is inside somebody's network.
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname) && !/^[\d.]+$/.test(hostname);
  return protocol === "https:" && isName && !/\.(local|internal|localhost)$/i.test(hostname);
}
