import { randomBytes } from "node:crypto";
import { paths } from "../paths.ts";
import { plain } from "./plain.ts";
import type { Profile } from "./profile.ts";
import { uuidOf } from "./uuid-of.ts";

/** Like Singpass by FAPI 2.0: requests pushed beforehand, tokens bound to a key, the ID token signed and then encrypted. */
export const fapi = (nonceDue: () => boolean): Profile => ({
  name: "fapi",
  path: "/fapi",
  title: { vi: "Kiểu FAPI 2.0 (như Singpass)", en: "Like FAPI 2.0 (as Singpass)" },
  differs: {
    vi: "Bắt buộc PAR, DPoP, PKCE và private_key_jwt; ID token là JWS trong JWE, thông tin nằm trong sub_attributes.",
    en: "PAR, DPoP, PKCE and private_key_jwt required; the ID token is a JWS in a JWE, who somebody is stands in sub_attributes.",
  },
  paths: { ...paths, authorization: "/auth", pushed: "/par" },
  alg: "ES256",
  levels: plain.levels,
  subject: ({ key }) => uuidOf("fapi", key),
  claims: ({ persona, withNumber }) => ({
    sub_attributes: {
      name: persona.name,
      birthdate: persona.birthDate,
      gender: persona.gender,
      ...(withNumber && persona.personalNumber !== undefined ? { identity_number: persona.personalNumber } : {}),
    },
  }),
  protocol: {
    scopes: ["openid", "profile", "identity"],
    claims: { openid: ["sub", "acr", "auth_time", "amr"], identity: ["sub_attributes"] },
    clientAuthMethods: ["private_key_jwt"],
    discovery: {
      ui_locales_supported: ["vi", "en"],
      id_token_encryption_alg_values_supported: ["ECDH-ES+A256KW", "RSA-OAEP-256"],
      id_token_encryption_enc_values_supported: ["A256CBC-HS512"],
    },
  },
  features: {
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: nonceDue },
  },
  client: (portalOrigin) => ({
    token_endpoint_auth_method: "private_key_jwt",
    jwks_uri: `${portalOrigin}/sign-in/jwks.json`,
    require_pushed_authorization_requests: true,
    dpop_bound_access_tokens: true,
  }),
  idToken: "JWE",
  userinfo: "JSON",
});
