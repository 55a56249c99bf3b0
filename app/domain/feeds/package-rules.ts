/** A case as it was last told by its facility's packages. */
export interface KnownPackage {
  kind: "check-in" | "visit";
  at: Date;
  receivedAt: Date;
}

export interface IncomingPackage {
  kind: "check-in" | "visit";
  /** When the sender says it was made; receipt where it does not. */
  at: Date;
  /** When it first arrived: one that waited and is read again is no newer for that. */
  receivedAt: Date;
}

export type PackageDecision = { newest: boolean; at: Date };

/**
 * Where a package stands among those of the same facility and case: by when it was made, then by receipt;
 * a visit stands above the check-in that announced it, whatever their clocks say. `at` orders its rows.
 */
export function decidePackage(known: KnownPackage | undefined, incoming: IncomingPackage): PackageDecision {
  if (!known) return { newest: true, at: incoming.at };
  if (known.kind !== incoming.kind) {
    const newest = incoming.kind === "visit";
    const beside = new Date(known.at.getTime() + (newest ? 1 : -1));
    const inOrder = newest ? incoming.at > known.at : incoming.at < known.at;
    return { newest, at: inOrder ? incoming.at : beside };
  }
  // The day alone orders most packages; two of one day go by receipt, and known.at may stand a little after its day.
  const sameMoment = incoming.at <= known.at && known.at.getTime() - incoming.at.getTime() < SAME_DAY_STEPS;
  if (sameMoment) {
    const newest = incoming.receivedAt >= known.receivedAt;
    return { newest, at: newest ? new Date(known.at.getTime() + 1) : new Date(incoming.at.getTime() - 1) };
  }
  return { newest: incoming.at > known.at, at: incoming.at };
}

/** Packages of one moment are told apart by milliseconds; nobody sends a case this often in a day. */
const SAME_DAY_STEPS = 60_000;
