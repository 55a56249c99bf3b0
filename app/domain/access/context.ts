import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { Db } from "#db/client.ts";
import type { Actor } from "./actor.ts";

/** What every verb is given: never a module-level connection, clock or session. */
export interface Ctx<A extends Actor = Actor> {
  db: Db;
  keys: KeyRing;
  actor: A;
  now: () => Date;
  requestId: string;
}
