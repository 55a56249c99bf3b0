import type { Profile } from "./profile.ts";
import { uuidOf } from "./uuid-of.ts";

/**
 * Like the national public service portal's sign-in, as integrators' code shows it: no discovery, a secret in the body,
 * who somebody is in userinfo alone and by Vietnamese names, and on to VNeID at another host for the sign-in itself.
 */
export const nationalPortal: Profile = {
  name: "national-portal",
  path: "/national-portal",
  title: { vi: "Kiểu Cổng dịch vụ công quốc gia", en: "Like the national public service portal" },
  differs: {
    vi: "Không có discovery; client_secret_post; không PKCE; thông tin chỉ có trong userinfo (HoVaTen, SoDinhDanh, NgayThangNamSinh dạng yyyyMMdd); chuyển sang máy chủ khác để đăng nhập; đăng xuất qua logoutUri.",
    en: "No discovery; client_secret_post; no PKCE; who somebody is only in userinfo (HoVaTen, SoDinhDanh, NgayThangNamSinh as yyyyMMdd); sends browsers on to another host to sign in; sign-out through logoutUri.",
  },
  paths: {
    authorization: "/oauth2/authorize",
    token: "/oauth2/token",
    userinfo: "/oauth2/userinfo",
    jwks: "/oauth2/jwks",
    endSession: "/oidc/logout",
  },
  alg: "RS256",
  levels: ["LoA1", "LoA2", "LoA3"],
  subject: ({ key }) => uuidOf("national portal", key),
  claims: ({ origin, persona, withNumber }) => ({
    HoVaTen: persona.name,
    ...(withNumber && persona.personalNumber !== undefined ? { SoDinhDanh: persona.personalNumber } : {}),
    NgayThangNamSinh: persona.birthDate.replaceAll("-", ""),
    LoaiTaiKhoan: "1",
    loginIdp: "BCA",
    TechID: uuidOf("national portal TechID", persona.key),
    logoutUri: logoutUri(origin, uuidOf("national portal logout", persona.key)),
  }),
  protocol: {
    scopes: ["openid"],
    claims: {
      openid: [
        "sub",
        "acr",
        "HoVaTen",
        "SoDinhDanh",
        "NgayThangNamSinh",
        "LoaiTaiKhoan",
        "loginIdp",
        "TechID",
        "logoutUri",
      ],
    },
    clientAuthMethods: ["client_secret_post"],
    pkce: { required: () => false },
  },
  features: {},
  client: () => ({ token_endpoint_auth_method: "client_secret_post" }),
  idToken: "JWS",
  userinfo: "JSON",
  signsInElsewhere: true,
  withoutIss: true,
};

/** The other host's address that ends a sign-in there. */
function logoutUri(origin: string, token: string): string {
  return `${elsewhere(origin)}/national-portal/third-party/logout?${new URLSearchParams({ token_id: token })}`;
}

/** The same server by its other name: another host to browsers, with cookies of its own. */
export const elsewhere = (origin: string): string => origin.replace("//localhost:", "//127.0.0.1:");
