import { DomainError } from "#app/shared/errors.ts";

/** The answer was lost, not necessarily the delivery: sending it again finds out, and changes nothing. */
export const lost = () =>
  new DomainError(
    "unavailable",
    "feed-unknown",
    "What became of this delivery is unknown. Send it again; if it was taken, the answer is the same.",
    { retryAfterSeconds: 5 },
  );

export const busy = () =>
  new DomainError("unavailable", "feed-busy", "Too much is waiting to be taken; nothing of this delivery was kept.", {
    retryAfterSeconds: 10,
  });

export const notNow = () =>
  new DomainError(
    "unavailable",
    "feed-down",
    "Deliveries cannot be taken at the moment; nothing of this one was kept.",
    { retryAfterSeconds: 30 },
  );
