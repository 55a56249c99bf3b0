import { findClient } from "#app/domain/clients/find-client.ts";
import { type KeysContext, publishedKeys } from "#app/domain/clients/published-keys.ts";
import { isDomainError } from "#app/shared/errors.ts";
import { errors, Provider } from "./library.ts";
import { claimedClient } from "./refusals.ts";

type Payload = Record<string, unknown>;

/**
 * What oidc-provider keeps, in PostgreSQL. For client_credentials with JWT access tokens that is the
 * registered clients and the assertions already used; the other methods are never called.
 */
export class OAuthStore {
  private readonly ctx: KeysContext;
  private readonly model: string;

  constructor(ctx: KeysContext, model: string) {
    this.ctx = ctx;
    this.model = model;
  }

  async find(id: string): Promise<Payload | undefined> {
    if (this.model === "Client") return this.client(id);
    // A used assertion is found by the insert below: asking first would let two at once both pass.
    if (this.model === "ReplayDetection") return undefined;
    const [row] = await this.ctx.db.sql<{ payload: Payload }[]>`
      select payload from oauth_artifacts where model = ${this.model} and id = ${id} and expires_at > now()`;
    return row?.payload;
  }

  async upsert(id: string, payload: Payload, expiresIn: number): Promise<void> {
    const kept = await this.ctx.db.sql`
      insert into oauth_artifacts (model, id, payload, expires_at)
      values (${this.model}, ${id}, ${JSON.stringify(payload)}::jsonb, now() + make_interval(secs => ${expiresIn}))
      on conflict do nothing`;
    if (kept.count === 0) throw new errors.InvalidClientAuth("the assertion was used before");
  }

  async destroy(id: string): Promise<void> {
    await this.ctx.db.sql`delete from oauth_artifacts where model = ${this.model} and id = ${id}`;
  }

  async consume(id: string): Promise<void> {
    await this.destroy(id);
  }

  async findByUid(): Promise<undefined> {
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async revokeByGrantId(): Promise<void> {}

  /** The client with the keys it has now; published ones are fetched when the assertion names one nobody knows. */
  private async client(id: string): Promise<Payload | undefined> {
    const client = await findClient(this.ctx, id);
    if (!client) return undefined;
    if (client.suspended) throw new errors.InvalidClientAuth("client-suspended");
    const { kid } = claimedClient(Provider.ctx);
    return {
      client_id: client.clientId,
      grant_types: ["client_credentials"],
      response_types: [],
      redirect_uris: [],
      token_endpoint_auth_method: "private_key_jwt",
      jwks: client.jwksUri === null ? client.jwks : await publishedKeys(this.ctx, client, kid).catch(refused),
      scope: client.scopes.join(" "),
      facility_id: client.facilityId,
      keys_failing: client.failedAt !== null,
    };
  }
}

/** A rule's refusal in the protocol's words; its code is found again in `refusals.ts`. */
function refused(error: unknown): never {
  throw isDomainError(error) ? new errors.InvalidClientAuth(error.code) : error;
}
