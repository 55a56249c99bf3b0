import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { VisitorKeys } from "./visitor-keys.ts";

/** May this sign-in begin now? `wait`: the portal is full. `slow`: this browser alone has begun too many. */
export type Admission = "in" | "wait" | "slow";

export interface SignInAdmission {
  ask(visitor: VisitorKeys): Promise<Admission>;
}

const PER_BROWSER_A_MINUTE = 30;
/** An address that begins fewer than this in ten seconds is not what fills the portal. */
const QUIET_PER_TEN_SECONDS = 5;

/**
 * So many sign-ins may begin in a second, in this process. Where they are used up, two reserves are left which the one
 * who used them cannot reach: for browsers that have signed in here before, and for addresses that ask little.
 */
export function signInAdmission(perSecond: number): SignInAdmission {
  const reserve = Math.max(2, Math.ceil(perSecond / 4));
  const all = new RateLimiterMemory({ points: perSecond, duration: 1 });
  const known = new RateLimiterMemory({ points: reserve, duration: 1 });
  const quiet = new RateLimiterMemory({ points: reserve, duration: 1 });
  const browsers = new RateLimiterMemory({ points: PER_BROWSER_A_MINUTE, duration: 60 });
  const addresses = new RateLimiterMemory({ points: QUIET_PER_TEN_SECONDS, duration: 10 });
  return {
    async ask({ device, signIn, address }) {
      const own = device ? `device ${device}` : signIn && `sign-in ${signIn}`;
      if (own && !(await taken(browsers, own))) return "slow";
      const isQuiet = await taken(addresses, address);
      if (await taken(all, "all")) return "in";
      if (device && (await taken(known, "known"))) return "in";
      return isQuiet && (await taken(quiet, "quiet")) ? "in" : "wait";
    },
  };
}

async function taken(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
