const NAMES = ["localhost", "127.0.0.1", "[::1]"];

/** Is it this machine? A host as `URL.hostname` writes it. */
export const isLoopbackHost = (hostname: string): boolean => NAMES.includes(hostname);
