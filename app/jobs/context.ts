import type { Reach } from "#app/adapters/fhir-server/reach.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { ClientKey } from "#app/adapters/signing/client-key.ts";
import type { PrintGate } from "#app/print/print-gate.ts";
import type { Db } from "#db/client.ts";

export interface JobContext {
  /** Connected as the worker role. */
  db: Db;
  now: () => Date;
  keys: KeyRing;
  /** Whole books take longer than a page may. */
  print: PrintGate;
  /** What deliveries are stored with that a job fetches: connected as the feed role, with the keys. */
  feed: { db: Db; keys: KeyRing };
  /** By which we are a client of hospitals' servers; absent until `npm run keys` has made it. */
  clientKey: ClientKey | undefined;
  /** Where connections to hospitals' servers may go. */
  reach: Reach;
}
