export interface TokenBucket {
  /** Takes so many, at a time in ms, if they are there. */
  take(now: number, price?: number): boolean;
}

/** Fills evenly, holds at most so many; full at first. */
export function tokenBucket({ perSecond, most }: { perSecond: number; most: number }): TokenBucket {
  let held = most;
  let at: number | undefined;
  return {
    take(now, price = 1) {
      held = Math.min(most, held + ((now - (at ?? now)) / 1000) * perSecond);
      at = now;
      if (held < price) return false;
      held -= price;
      return true;
    },
  };
}
