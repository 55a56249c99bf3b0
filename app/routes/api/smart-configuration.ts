import { assertionAlgorithms, machineScopes } from "#app/domain/clients/rules.ts";
import type { MachineHandler } from "#app/http/machine.ts";
import { json } from "#app/http/respond.ts";

/** GET /.well-known/smart-configuration (SMART App Launch 2.2, Backend Services). */
export const handle: MachineHandler = async (_request, ctx) => {
  const issuer = `${ctx.config.publicOrigin}/oauth`;
  return json({
    issuer,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    grant_types_supported: ["client_credentials"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    scopes_supported: machineScopes,
    capabilities: ["client-confidential-asymmetric", "permission-v2"],
    code_challenge_methods_supported: ["S256"],
  });
};

export const openapi = { responses: { "200": { description: "Where and how a machine client gets a token." } } };
