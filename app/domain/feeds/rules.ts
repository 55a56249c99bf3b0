/** A version as it is, or is about to be, in the store. */
export interface StoredVersion {
  key: string;
  at: Date;
  hash: Buffer;
  current: boolean;
  withdrawn: boolean;
  /** It turned out to be another's, or nobody knows whose; it counts no more, but has its name. */
  moved?: boolean;
}

export interface IncomingVersion {
  key: string;
  at: Date;
  hash: Buffer;
  /** The sender named the version. */
  named: boolean;
}

/** `key` names the version in the store that now stands for what arrived; the answer gives it back. */
export type VersionDecision =
  /** Already here. */
  | { do: "nothing"; key: string }
  /** Already here and sent again later: remember that it still held then. */
  | { do: "touch"; key: string }
  /** Refused (409): same version with other content, or a version its sender withdrew. */
  | { do: "refuse"; why: "other-content" | "withdrawn" }
  /** Append; `key` may carry a suffix when an unnamed content comes back after another. */
  | { do: "append"; current: boolean; key: string };

/**
 * What becomes of a version that arrives (design §5.1): identity by the sender's version, else by
 * content; order by the sender's time, then by receipt. Which content is current in the end does not
 * depend on the order of arrival.
 */
export function decideVersion(all: readonly StoredVersion[], incoming: IncomingVersion): VersionDecision {
  const stored = all.filter((v) => !v.moved);
  const decision = decideAmong(stored, incoming);
  return decision.do === "append" ? { ...decision, key: freeKey(all, decision.key) } : decision;
}

function decideAmong(stored: readonly StoredVersion[], incoming: IncomingVersion): VersionDecision {
  const current = stored.find((v) => v.current);
  const twin = stored.find((v) => v.key === incoming.key);
  const newest = !current || incoming.at >= current.at;
  if (twin && incoming.named) {
    if (!twin.hash.equals(incoming.hash)) return { do: "refuse", why: "other-content" };
    return twin.current && twin.withdrawn ? { do: "refuse", why: "withdrawn" } : { do: "nothing", key: twin.key };
  }
  if (current && !current.withdrawn && current.hash.equals(incoming.hash))
    return { do: incoming.at > current.at ? "touch" : "nothing", key: current.key };
  if (!twin) return { do: "append", current: newest, key: incoming.key };
  // Unnamed content that was here before and comes back: only a later sending makes it current again.
  const later = `${incoming.key}-${incoming.at.getTime()}`;
  if (incoming.at <= twin.at) return { do: "nothing", key: twin.key };
  if (stored.some((v) => v.key === later)) return { do: "nothing", key: later };
  return { do: "append", current: newest, key: later };
}

/**
 * The same entry sent for another person than it is kept with: it moves, unless this sending is older
 * than what is kept there. A version that was here before gets a name of its own.
 */
export function decideMove(
  stored: readonly StoredVersion[],
  keptThereSince: Date | undefined,
  incoming: IncomingVersion,
): VersionDecision {
  if (keptThereSince && incoming.at < keptThereSince) return { do: "nothing", key: incoming.key };
  return { do: "append", current: true, key: freeKey(stored, incoming.key) };
}

function freeKey(stored: readonly StoredVersion[], wanted: string): string {
  let key = wanted;
  for (let n = stored.length; stored.some((v) => v.key === key); n++) key = `${wanted}-${n}`;
  return key;
}

/** State of a delivery from what became of its entries (design §6, Message). */
export function messageState(
  counts: { taken: number; refused: number },
  allOrNothing: boolean,
): "accepted" | "partly_accepted" | "rejected" {
  if (counts.refused === 0) return "accepted";
  return counts.taken === 0 || allOrNothing ? "rejected" : "partly_accepted";
}
