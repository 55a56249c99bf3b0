import { paths } from "../paths.ts";
import type { Profile } from "./profile.ts";
import { uuidOf } from "./uuid-of.ts";

/** Like VNeID's own realm (Keycloak): the number is the user name, `acr` says nothing of the account's level. */
export const vneid: Profile = {
  name: "vneid",
  path: "/vneid",
  title: { vi: "Kiểu VNeID (realm của Keycloak)", en: "Like VNeID (a Keycloak realm)" },
  differs: {
    vi: "preferred_username là số định danh; acr luôn là 1, mức tài khoản ở account_level; ký RS256; đăng xuất báo ngược về cổng (back-channel).",
    en: "preferred_username is the personal number; acr is always 1, the account's level is in account_level; RS256; back-channel logout.",
  },
  paths: {
    ...paths,
    authorization: "/protocol/openid-connect/auth",
    token: "/protocol/openid-connect/token",
    userinfo: "/protocol/openid-connect/userinfo",
    jwks: "/protocol/openid-connect/certs",
    endSession: "/protocol/openid-connect/logout",
  },
  alg: "RS256",
  levels: ["1", "1", "3"],
  subject: ({ key }) => uuidOf("vneid", key),
  claims: ({ persona, withNumber }) => ({
    name: persona.name,
    family_name: persona.name.split(" ")[0],
    given_name: persona.name.split(" ").slice(1).join(" "),
    birthdate: persona.birthDate,
    gender: persona.gender,
    account_level: String(Math.min(persona.assuranceLevel, 2)),
    ...(withNumber && persona.personalNumber !== undefined ? { preferred_username: persona.personalNumber } : {}),
  }),
  protocol: {
    scopes: ["openid", "profile", "email"],
    claims: {
      openid: ["sub", "acr", "auth_time"],
      profile: ["name", "family_name", "given_name", "birthdate", "gender", "preferred_username", "account_level"],
      email: ["email"],
    },
    pkce: { required: () => false },
  },
  features: { backchannelLogout: { enabled: true } },
  client: (portalOrigin) => ({
    backchannel_logout_uri: `${portalOrigin}/sign-in/backchannel-logout`,
    backchannel_logout_session_required: true,
  }),
  idToken: "JWS",
  userinfo: "JSON",
};
