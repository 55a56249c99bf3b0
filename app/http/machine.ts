import type { IncomingMessage } from "node:http";
import type { JWK } from "jose";
import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import type { Config } from "#app/config.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Db } from "#db/client.ts";
import type { FeedGate } from "./feed-gate.ts";
import type { Logger } from "./log.ts";

/** What a machine route is given. `actor` is the client when the route asks for one. */
export interface MachineContext {
  config: Config;
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  feed: FeedGate;
  logger: Logger;
  tokenKeys: { keys: JWK[] };
  rpKeys: RelyingPartyKeys;
  /** The whole table, for the document that describes it. */
  routes: readonly MachineRoute[];
  now: () => Date;
  requestId: string;
  actor: Actor;
  params: Readonly<Record<string, string>>;
  /** Reads the body, at most `limit` bytes. @throws DomainError `too-large`, `unsupported`. */
  body(limit: number): Promise<Buffer>;
  /** The body piece by piece, at most `limit` bytes. @throws as `body`. */
  pieces(limit: number): AsyncIterable<Uint8Array>;
}

export type MachineHandler = (
  request: { method: string; headers: IncomingMessage["headers"]; url: URL },
  ctx: MachineContext,
) => Promise<Response>;

/** How errors and successes of a route are written. */
export type Transport = "fhir" | "problem";

/** What a route says of itself in the OpenAPI document; what all of them answer is added there. */
export interface OpenapiOperation {
  responses: object;
  parameters?: readonly object[];
  requestBody?: object;
}

export interface MachineRoute {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** `public`, or a client's token with this scope. */
  access: "public" | { scope: string };
  transport: Transport;
  /** For the OpenAPI document. */
  summary: string;
  load: () => Promise<{ handle: MachineHandler; openapi?: OpenapiOperation }>;
}
