import type { RequestHandler } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError, isDomainError } from "#app/shared/errors.ts";
import { addressKey } from "./address-key.ts";
import { plain } from "./gatekeeping.ts";

export interface RateLimit {
  /** @throws DomainError `rate-limited` with the seconds to wait. */
  take(key: string): Promise<void>;
}

/** So many per minute and key, in this process. */
export function rateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw new DomainError("rate-limited", "rate-limited", `Too many calls; try again in ${retryAfterSeconds} s.`, {
          retryAfterSeconds,
        });
      }
    },
  };
}

/** Limits requests by the sender's address; the others go on undisturbed. */
export function limitByAddress(limit: RateLimit): RequestHandler {
  return (req, res, next) => {
    limit.take(addressKey(req.ip)).then(next, (error: unknown) => {
      if (!isDomainError(error)) return next(error);
      res.setHeader("Retry-After", String(error.retryAfterSeconds ?? 60));
      plain(res, 429, error.message);
    });
  };
}
