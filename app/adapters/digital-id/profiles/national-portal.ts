import type { Profile } from "./profile.ts";

/**
 * The National Public Service Portal's SSO (VNConnect), as public code shows it: no discovery document, claims
 * with names of its own from userinfo, sign-out at an address in a claim. Its answers name no level that is
 * documented, so this profile gives level 1 and the file must say what level 2 is, as the contract has it.
 */
export const nationalPortal: Profile = {
  label: { vi: "Cổng Dịch vụ công Quốc gia", en: "National Public Service Portal" },
  issuer: "https://xacthuc.dichvucong.gov.vn/oauth2/token",
  discovery: false,
  endpoints: {
    authorization: "https://xacthuc.dichvucong.gov.vn/oauth2/authorize",
    token: "https://xacthuc.dichvucong.gov.vn/oauth2/token",
    userinfo: "https://xacthuc.dichvucong.gov.vn/oauth2/userinfo",
    jwks: "https://xacthuc.dichvucong.gov.vn/oauth2/jwks",
  },
  clientAuthentication: "client_secret_post",
  scope: "openid",
  par: "off",
  request: { acr_values: "LoA1" },
  idToken: { algs: ["RS256"] },
  userinfo: { format: "json" },
  claims: {
    name: "HoVaTen",
    birthDate: { from: "NgayThangNamSinh", formats: ["yyyyMMdd", "dd/MM/yyyy", "yyyy"] },
    sex: "GioiTinh",
    personalNumber: "SoDinhDanh",
    passport: "SoHoChieu",
  },
  assurance: [{ level: 1, when: { LoaiTaiKhoan: "1" } }],
  logout: { kind: "claim", claim: "logoutUri", allowedHosts: ["sso.dancuquocgia.gov.vn", "xacthuc.dichvucong.gov.vn"] },
};
