import { performance as processTime } from "node:perf_hooks";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type TokenBucket, tokenBucket } from "#app/shared/token-bucket.ts";
import type { VisitorKeys } from "./visitor-keys.ts";

/** May this sign-in begin now? `wait`: the portal is full. `slow`: this browser alone has begun too many. */
export type Admission = "in" | "wait" | "slow";

export interface SignInAdmission {
  ask(visitor: VisitorKeys): Promise<Admission>;
}

const PER_BROWSER_A_MINUTE = 30;
/** An address that begins fewer than this in ten seconds is not what fills the portal. */
const QUIET_PER_TEN_SECONDS = 5;
/** One that begins more has to hold still for so long before it counts as quiet again. */
const LOUD_SECONDS = 60;

/**
 * So many sign-ins may begin in a second, in this process; fewer while it has its hands full, for who is signed in comes
 * first. Where they are used up, two reserves are left which the one who used them cannot reach: for browsers that have
 * signed in here before, and for addresses that ask little.
 */
export function signInAdmission(perSecond: number, load: () => number = watchedLoad()): SignInAdmission {
  const reserve = Math.max(2, perSecond / 4);
  const [all, known, quiet] = [bucket(perSecond), bucket(reserve), bucket(reserve)];
  const browsers = new RateLimiterMemory({ points: PER_BROWSER_A_MINUTE, duration: 60 });
  const addresses = new RateLimiterMemory({ points: QUIET_PER_TEN_SECONDS, duration: 10 });
  return {
    async ask({ device, signIn, address }) {
      const own = device ? `device ${device}` : signIn && `sign-in ${signIn}`;
      if (own && !(await taken(browsers, own))) return "slow";
      // Counted whether it is let in or not: who asks much is no longer quiet.
      const isQuiet = await taken(addresses, address);
      if (!isQuiet) await addresses.block(address, LOUD_SECONDS);
      const now = performance.now();
      if (all.take(now, priceAt(load()))) return "in";
      if (device && known.take(now)) return "in";
      return isQuiet && quiet.take(now) ? "in" : "wait";
    },
  };
}

/** Half a second's worth may begin at once, so that a crowd at the door does not keep those inside waiting. */
const bucket = (perSecond: number): TokenBucket => tokenBucket({ perSecond, most: Math.max(4, perSecond / 2) });

/** What a sign-in takes from the room there is, by how busy the process is (0 to 1). */
export const priceAt = (load: number): number => (load > 0.95 ? 4 : load > 0.8 ? 2 : 1);

/** The part of the last half second in which the process had something to do. */
function watchedLoad(): () => number {
  let before = processTime.eventLoopUtilization();
  let load = 0;
  setInterval(() => {
    const now = processTime.eventLoopUtilization();
    load = processTime.eventLoopUtilization(now, before).utilization;
    before = now;
  }, 500).unref();
  return () => load;
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
