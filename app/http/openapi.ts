import { machineScopes } from "#app/domain/clients/rules.ts";
import type { MachineRoute, OpenapiOperation } from "./machine.ts";

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    instance: { type: "string" },
  },
};

/** OpenAPI 3.1 of the machine interface. */
export async function openapiDocument(routes: readonly MachineRoute[], origin: string): Promise<object> {
  const paths: Record<string, Record<string, object>> = { "/oauth/token": { post: tokenEndpoint } };
  for (const route of routes) {
    const { openapi } = await route.load();
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, openapi) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Sổ Khỏe – machine interface", version: "1" },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        clientCredentials: {
          type: "oauth2",
          description: "SMART Backend Services: client_credentials with private_key_jwt (ES256, ES384, RS384).",
          flows: {
            clientCredentials: {
              tokenUrl: `${origin}/oauth/token`,
              scopes: Object.fromEntries(machineScopes.map((s) => [s, s])),
            },
          },
        },
      },
    },
  };
}

/** What every call with a token may answer, and every write. */
const SECURED = {
  "401": { description: "No token, or one that is refused." },
  "403": { description: "The token lacks the scope." },
  "429": { description: "Too many calls; see Retry-After." },
};
const WRITING = { "503": { description: "What became of the delivery is unknown; send it again." } };
const WITH_BODY = { "415": { description: "Another content type or encoding." } };

function operationOf({ access, method, summary }: MachineRoute, said: OpenapiOperation | undefined): object {
  if (access === "public") return { summary, security: [], ...said };
  const responses = {
    ...SECURED,
    ...(method === "GET" ? {} : WRITING),
    ...(said?.requestBody ? WITH_BODY : {}),
    ...said?.responses,
  };
  return { summary, security: [{ clientCredentials: [access.scope] }], ...said, responses };
}

const tokenEndpoint = {
  summary: "Get an access token (RFC 6749 §4.4, RFC 7523)",
  security: [],
  requestBody: {
    required: true,
    content: {
      "application/x-www-form-urlencoded": {
        schema: {
          type: "object",
          required: ["grant_type", "scope", "client_assertion_type", "client_assertion"],
          properties: {
            grant_type: { const: "client_credentials" },
            scope: { type: "string" },
            client_assertion_type: { const: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" },
            client_assertion: {
              type: "string",
              description:
                "iss = sub = client_id; aud = the token endpoint or the issuer; exp at most five minutes ahead; jti used once.",
            },
          },
        },
      },
    },
  },
  responses: {
    "200": {
      description: "A JWT access token for /fhir and /api, five minutes.",
      headers: {
        "So-Khoe-Notice": {
          description: "`jwks_uri-unreachable`: your published keys cannot be fetched; the last good ones hold.",
          schema: { type: "string" },
        },
      },
    },
    "400": { description: "invalid_request, invalid_scope." },
    "401": {
      description: "invalid_client: unknown, suspended, wrong key, wrong audience, or the assertion was used before.",
    },
    "429": { description: "rate_limited: too many tokens for this client or from this address; see Retry-After." },
  },
};
