import { paths } from "../paths.ts";
import type { Profile } from "./profile.ts";
import { uuidOf } from "./uuid-of.ts";

const acr = (means: string) => `mosip:idp:acr:${means}`;

/** What the `claims` parameter may ask of userinfo. */
const onRequest = ["name", "birthdate", "gender", "individual_id", "phone_number", "email", "address", "picture"];

/** Like MOSIP eSignet: a key in place of a secret, `claims` asked for one by one, userinfo signed and then encrypted. */
export const esignet: Profile = {
  name: "esignet",
  path: "/esignet",
  title: { vi: "Kiểu MOSIP eSignet", en: "Like MOSIP eSignet" },
  differs: {
    vi: "Chỉ nhận private_key_jwt; sub riêng cho từng ứng dụng; phải hỏi từng thông tin bằng tham số claims; userinfo là JWS trong JWE, tên mang mã ngôn ngữ (name#vie). Không có địa chỉ đăng xuất.",
    en: "private_key_jwt only; a sub for each application; each fact asked for by the claims parameter; userinfo is a JWS in a JWE with language-tagged names (name#vie). No sign-out address.",
  },
  paths: { ...paths, userinfo: "/oidc/userinfo", token: "/oauth/v2/token", jwks: "/oauth/.well-known/jwks.json" },
  alg: "RS256",
  levels: [acr("static-code"), acr("generated-code"), acr("biometrics")],
  subject: ({ key }) => uuidOf("esignet", key),
  claims: ({ persona, withNumber }) => ({
    name: persona.name,
    birthdate: persona.birthDate.replaceAll("-", "/"),
    gender: persona.gender === "male" ? "Nam" : "Nữ",
    ...(withNumber && persona.personalNumber !== undefined ? { individual_id: persona.personalNumber } : {}),
  }),
  protocol: {
    scopes: ["openid", "profile"],
    claims: { openid: ["sub", "acr", "auth_time"], ...Object.fromEntries(onRequest.map((name) => [name, null])) },
    conformIdTokenClaims: true,
    subjectTypes: ["pairwise"],
    pairwiseIdentifier: async (_ctx: object, subject: string, client: { clientId: string }) =>
      uuidOf(`esignet for ${client.clientId}`, subject),
    clientAuthMethods: ["private_key_jwt"],
    discovery: {
      ui_locales_supported: ["vi", "en"],
      userinfo_signing_alg_values_supported: ["RS256"],
      userinfo_encryption_alg_values_supported: ["RSA-OAEP-256", "ECDH-ES+A256KW"],
      userinfo_encryption_enc_values_supported: ["A256GCM"],
    },
  },
  features: { claimsParameter: { enabled: true }, rpInitiatedLogout: { enabled: false } },
  client: (portalOrigin) => ({
    subject_type: "pairwise",
    token_endpoint_auth_method: "private_key_jwt",
    jwks_uri: `${portalOrigin}/sign-in/jwks.json`,
  }),
  idToken: "JWS",
  userinfo: "JWE",
};

/** eSignet tags what is written in a language; `name` alone it never answers. */
export function tagged(claims: Record<string, unknown>): Record<string, unknown> {
  const { name, gender, ...rest } = claims;
  return {
    ...rest,
    ...(name === undefined ? {} : { "name#vie": name, "name#eng": unaccented(String(name)) }),
    ...(gender === undefined ? {} : { "gender#vie": gender }),
  };
}

const unaccented = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
