import type { Profile } from "./profile.ts";

/** FAPI 2.0 with everything on: PAR, DPoP, `private_key_jwt`, `iss` in the answer, an encrypted ID token. */
export const fapi2: Profile = {
  label: { vi: "Định danh số quốc gia", en: "National digital ID" },
  clientAuthentication: "private_key_jwt",
  clientAssertion: { alg: "ES256", audience: "issuer" },
  scope: "openid profile identity",
  par: "required",
  dpop: "on",
  issInAnswer: "required",
  request: { ui_locales: "{language}", prompt: "login" },
  idToken: { algs: ["ES256", "PS256", "EdDSA"], encrypted: true },
  encryption: { algs: ["ECDH-ES+A256KW"], encs: ["A256CBC-HS512", "A256GCM"] },
};
