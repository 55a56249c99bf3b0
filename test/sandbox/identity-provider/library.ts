import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** What this sandbox uses of oidc-provider, which ships without types. */
export interface OidcRequest {
  params: Record<string, unknown>;
  session: OidcSession;
  result: InteractionResult | undefined;
  client: { clientId: string };
  requestParamOIDCScopes: Set<string>;
  requestParamClaims: Set<string>;
  entities: { AuthorizationCode?: { acr?: string; amr?: string[]; authTime?: number }; IdTokenHint?: object };
  accessToken: AccessToken | undefined;
  provider: Provider;
}

export interface AccessToken {
  extra?: Record<string, unknown>;
}

export interface Cookies {
  set(name: string, value: string | null, options: object): void;
}

export interface OidcContext {
  readonly path: string;
  readonly query: Record<string, unknown>;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  status: number;
  type: string;
  body: unknown;
  cookies: Cookies;
  oidc: OidcRequest;
  accepts(...types: string[]): string | false;
  set(header: string, value: string): void;
  redirect(url: string): void;
}

export interface OidcSession {
  uid: string;
  accountId?: string | undefined;
  acr?: string | undefined;
  authorizations?: Record<string, { grantId?: string; sid?: string }>;
  state?: { postLogoutRedirectUri?: string; state?: string };
  destroy(): Promise<void>;
}

export interface InteractionResult {
  error?: string;
  error_description?: string;
  login?: { accountId: string; acr: string; amr: string[]; remember: boolean };
  /** Ours: who passed the sign-in page and still has to pass the second step. */
  firstStep?: string;
}

export interface Interaction {
  uid: string;
  exp: number;
  prompt: { name: string; reasons: string[] };
  params: Record<string, unknown>;
  session?: { uid?: string; accountId: string } | undefined;
  result?: InteractionResult;
  save(ttl: number): Promise<unknown>;
}

interface Revocable {
  revokeByGrantId(grantId: string): Promise<void>;
}

interface PushedRequest {
  consume(): Promise<void>;
  save(ttlSeconds: number): Promise<unknown>;
}

interface Client {
  backchannelLogoutUri?: string;
  backchannelLogout(subject: string, sid: string): Promise<void>;
}

export interface Grant {
  addOIDCScope(scopes: string): void;
  addOIDCClaims(claims: string[]): void;
  save(ttl: number): Promise<string>;
}

/** Writes a page for an error that cannot be sent back to the application. */
export type ErrorPage = (ctx: OidcContext, error: { error: string; error_description?: string }) => void;

type Next = () => Promise<void>;
export type Middleware = (ctx: OidcContext, next: Next) => Promise<void>;

export interface Provider {
  readonly issuer: string;
  callback(): RequestListener;
  use(middleware: Middleware): unknown;
  on(event: "authorization.accepted", listener: (ctx: OidcContext) => void): unknown;
  on(event: "authorization.success", listener: (ctx: OidcContext, out: Record<string, unknown>) => void): unknown;
  on(event: "server_error", listener: (ctx: OidcContext, error: unknown) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  createContext(req: IncomingMessage, res: ServerResponse): OidcContext;
  cookieName(type: "session" | "interaction" | "resume"): string;
  interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<Interaction>;
  interactionResult(
    req: IncomingMessage,
    res: ServerResponse,
    result: InteractionResult,
    options: object,
  ): Promise<string>;
  interactionFinished(
    req: IncomingMessage,
    res: ServerResponse,
    result: InteractionResult,
    options: object,
  ): Promise<void>;
  readonly Session: {
    get(ctx: OidcContext): Promise<OidcSession>;
    findByUid(uid: string): Promise<OidcSession | undefined>;
  };
  readonly Client: { find(id: string): Promise<Client | undefined> };
  readonly Grant: new (values: { clientId: string; accountId: string }) => Grant;
  readonly PushedAuthorizationRequest: { find(id: string): Promise<PushedRequest | undefined> };
  readonly AccessToken: Revocable;
  readonly AuthorizationCode: Revocable;
}

type CheckFunction = (ctx: OidcContext) => boolean;

export interface Policy extends Array<{ name: string; checks: { add(check: object): void } }> {
  get(name: string): Policy[number] | undefined;
  remove(name: string): void;
}

export interface OidcLibrary {
  Provider: new (issuer: string, configuration: object) => Provider;
  errors: { SessionNotFound: new (message: string) => Error };
  interactionPolicy: {
    base(): Policy;
    Check: new (reason: string, description: string, error: string, check: CheckFunction) => object;
  };
}

let loading: Promise<OidcLibrary> | undefined;

/** Loads oidc-provider without the note it prints on Node 20, which it runs on but no longer supports. */
export function oidcLibrary(): Promise<OidcLibrary> {
  loading ??= importQuietly();
  return loading;
}

async function importQuietly(): Promise<OidcLibrary> {
  const output = globalThis.console;
  const warn = output.warn;
  output.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes("Unsupported runtime")) warn.apply(output, said);
  };
  // A name held in a variable keeps the compiler from asking for types that do not exist.
  const name: string = "oidc-provider";
  try {
    return await import(/* @vite-ignore */ name);
  } finally {
    output.warn = warn;
  }
}
