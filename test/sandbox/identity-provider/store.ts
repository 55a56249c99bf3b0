/** What oidc-provider asks of a store; it makes one per kind of record. */
export interface Store {
  upsert(id: string, payload: Payload, ttlSeconds?: number): Promise<void>;
  find(id: string | undefined): Promise<Payload | undefined>;
  findByUid(uid: string): Promise<Payload | undefined>;
  findByUserCode(userCode: string): Promise<Payload | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
  /** Ours: everything it holds now. */
  payloads(): Payload[];
}

export interface Payload {
  uid?: string;
  grantId?: string;
  consumed?: number;
  [member: string]: unknown;
}

interface Kept {
  payload: Payload;
  expiresAt: number;
}

/** A store in memory that forgets what has expired and never holds more than `limit` records. */
export function memoryStore(limit = 2_000): Store {
  const records = new Map<string, Kept>();
  const idOfUid = new Map<string, string>();

  function forget(id: string): void {
    const uid = records.get(id)?.payload.uid;
    records.delete(id);
    if (uid !== undefined && idOfUid.get(uid) === id) idOfUid.delete(uid);
  }

  function current(id: string): Kept | undefined {
    const kept = records.get(id);
    if (!kept || kept.expiresAt > Date.now()) return kept;
    forget(id);
    return undefined;
  }

  function makeRoom(): void {
    if (records.size < limit) return;
    for (const id of [...records.keys()]) current(id);
    for (const id of records.keys()) {
      if (records.size < limit) return;
      forget(id);
    }
  }

  const find: Store["find"] = async (id) => {
    const kept = id === undefined ? undefined : current(id);
    // A copy, as from a database: changes count only once they are saved.
    return kept && structuredClone(kept.payload);
  };

  return {
    async upsert(id, payload, ttlSeconds) {
      forget(id);
      makeRoom();
      const expiresAt = ttlSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + ttlSeconds * 1000;
      records.set(id, { payload: structuredClone(payload), expiresAt });
      if (payload.uid !== undefined) idOfUid.set(payload.uid, id);
    },
    find,
    findByUid: async (uid) => find(idOfUid.get(uid)),
    payloads: () =>
      [...records.keys()].flatMap((id): Payload[] => {
        const kept = current(id);
        return kept ? [structuredClone(kept.payload)] : [];
      }),
    // The device flow is off, so there are no user codes.
    findByUserCode: async () => undefined,
    async consume(id) {
      const kept = current(id);
      if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      forget(id);
    },
    async revokeByGrantId(grantId) {
      for (const [id, { payload }] of [...records]) {
        if (payload.grantId === grantId) forget(id);
      }
    },
  };
}
