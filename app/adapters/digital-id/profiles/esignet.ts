import type { Profile } from "./profile.ts";

const essential = { essential: true };
const strong = "mosip:idp:acr:biometrics";
const twice = ["mosip:idp:acr:generated-code", "mosip:idp:acr:linked-wallet", "mosip:idp:acr:time-generated-code"];

/** MOSIP eSignet: `private_key_jwt` alone, a pairwise `sub`, and every fact in userinfo, signed and then encrypted. */
export const esignet: Profile = {
  label: { vi: "Định danh số quốc gia", en: "National digital ID" },
  clientAuthentication: "private_key_jwt",
  clientAssertion: { alg: "RS256", audience: "token-endpoint" },
  scope: "openid profile",
  par: "off",
  request: {
    prompt: "login",
    ui_locales: "{language}",
    claims_locales: "vi",
    acr_values: twice.join(" "),
    claims: {
      userinfo: {
        name: essential,
        birthdate: essential,
        gender: null,
        individual_id: essential,
      },
      id_token: {},
    },
  },
  requestForLevel: { "3": { acr_values: strong } },
  idToken: { algs: ["RS256", "PS256", "ES256"] },
  userinfo: { format: "jws-in-jwe", algs: ["RS256", "PS256", "ES256"] },
  encryption: { algs: ["RSA-OAEP-256", "ECDH-ES+A256KW"], encs: ["A256GCM"] },
  claims: {
    name: { from: ["name", "name#vie", "name#vi"] },
    birthDate: { from: "birthdate", formats: ["yyyy/MM/dd", "yyyy-MM-dd"] },
    personalNumber: "individual_id",
  },
  assurance: [
    { level: 1, when: { acr: ["mosip:idp:acr:static-code", "mosip:idp:acr:password"] } },
    { level: 2, when: { acr: [...twice, strong] } },
    { level: 3, when: { acr: strong }, withinSeconds: 300 },
  ],
  logout: { kind: "none" },
};
