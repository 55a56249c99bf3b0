import type { Db } from "#db/client.ts";

export interface JobContext {
  /** Connected as the worker role. */
  db: Db;
  now: () => Date;
}
