import crypto from "node:crypto";

export interface Credentials {
  username: string;
  /** MD5 of the password in hexadecimal, as the dialect sends it. */
  passwordMd5: string;
}

export interface TokenPair {
  accessToken: string;
  idToken: string;
  until: number;
}

const MOST = 1_000;
const equal = (a: string, b: string) => {
  const hash = (text: string) => crypto.createHash("sha256").update(text).digest();
  return crypto.timingSafeEqual(hash(a), hash(b));
};

export const credentialsFit = (own: Credentials, username: string, passwordMd5: string): boolean => {
  const [name, password] = [
    equal(own.username, username),
    equal(own.passwordMd5.toUpperCase(), passwordMd5.toUpperCase()),
  ];
  return name && password;
};

/** Tokens given to the hospital's system; in memory, so a restart asks it to take new ones. */
export function tokenBook(now: () => number = Date.now) {
  const pairs = new Map<string, TokenPair>();
  return {
    remember(pair: TokenPair): void {
      for (const [key, { until }] of pairs) if (until <= now()) pairs.delete(key);
      const oldest = pairs.keys().next().value;
      if (pairs.size >= MOST && oldest !== undefined) pairs.delete(oldest);
      pairs.set(pair.accessToken, pair);
    },
    issue(minutes: number): TokenPair {
      const pair = {
        accessToken: crypto.randomBytes(32).toString("base64url"),
        idToken: crypto.randomUUID(),
        until: now() + minutes * 60_000,
      };
      this.remember(pair);
      return pair;
    },
    fits(accessToken: string, idToken: string): boolean {
      const pair = pairs.get(accessToken);
      return pair !== undefined && pair.until > now() && equal(pair.idToken, idToken);
    },
  };
}
export type TokenBook = ReturnType<typeof tokenBook>;
