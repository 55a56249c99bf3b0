/** A copy is kept so long, then its bytes are gone. */
export const KEPT_MS = 24 * 3_600_000;
/** What nobody has begun by then is not begun any more. */
export const BEGUN_WITHIN_MS = 6 * 3_600_000;
/** Who makes it says so often enough; after this nobody does any more. */
export const LEASE_MS = 60_000;
/** After so many beginnings it is the copy that is at fault. */
export const MOST_RUNS = 3;
/** Of one book by one reader within a day. */
export const MOST_A_DAY = 10;
/** How long is known what became of it. */
export const REMEMBERED_MS = 7 * 24 * 3_600_000;

export const copyStates = ["ordered", "writing", "ready", "failed", "cancelled", "deleted", "expired"] as const;
export type CopyState = (typeof copyStates)[number];

/** Whoever ordered it may act no more; making it was begun too often, or never; or it went wrong. */
export type CopyFailure = "locked" | "signed-out" | "interrupted" | "not-begun" | "went-wrong";

const NEXT: Readonly<Record<CopyState, readonly CopyState[]>> = {
  ordered: ["writing", "cancelled", "failed"],
  writing: ["writing", "ready", "failed", "cancelled"],
  ready: ["deleted", "expired"],
  failed: [],
  cancelled: [],
  deleted: [],
  expired: [],
};

/** States from which a copy may come into this one. */
export const before = (state: CopyState): CopyState[] => copyStates.filter((one) => NEXT[one].includes(state));

/** After how many seconds its page asks again: often at first, then seldom, and after a quarter of an hour no more. */
export function refreshAfter(copy: { state: CopyState; orderedAt: string }, now: Date): number | undefined {
  if (copy.state !== "ordered" && copy.state !== "writing") return undefined;
  const minutes = (now.getTime() - new Date(copy.orderedAt).getTime()) / 60_000;
  if (minutes > 15) return undefined;
  return minutes < 2 ? 4 : 15;
}
