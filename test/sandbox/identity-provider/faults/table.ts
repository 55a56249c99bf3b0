/** Every fault the sandbox can produce, and what it does, as the front page explains it. */
export const faultTable = {
  "wrong-issuer": {
    vi: "ID token ghi tên một bên phát hành khác (iss).",
    en: "The ID token names another issuer (iss).",
  },
  "wrong-audience": {
    vi: "ID token được cấp cho một ứng dụng khác (aud).",
    en: "The ID token is made out to another application (aud).",
  },
  "wrong-nonce": {
    vi: "ID token mang nonce của một lượt đăng nhập khác.",
    en: "The ID token carries the nonce of another sign-in.",
  },
  "expired-token": {
    vi: "ID token đã hết hạn từ một giờ trước.",
    en: "The ID token expired an hour ago.",
  },
  "bad-signature": {
    vi: "ID token được ký bằng một khóa lạ.",
    en: "The ID token is signed with a stranger's key.",
  },
  "alg-none": {
    vi: "ID token không có chữ ký (alg: none).",
    en: "The ID token has no signature (alg: none).",
  },
  "no-acr": {
    vi: "ID token không cho biết mức bảo đảm (thiếu acr).",
    en: "The ID token does not say the assurance level (no acr).",
  },
  "lower-acr": {
    vi: "ID token ghi mức bảo đảm thấp hơn một bậc so với mức thật đạt được.",
    en: "The ID token says an assurance level one below the one reached.",
  },
  "wrong-iss-parameter": {
    vi: "Khi quay lại cổng, tham số iss là của một hệ thống khác.",
    en: "The iss parameter on the way back names another system.",
  },
  "wrong-state": {
    vi: "Khi quay lại cổng, tham số state không phải của lượt đăng nhập này.",
    en: "The state parameter on the way back belongs to no sign-in of ours.",
  },
  "access-denied": {
    vi: "Đăng nhập xong vẫn quay lại với lỗi access_denied, như khi người dùng từ chối.",
    en: "The sign-in comes back with access_denied, as if the person had refused.",
  },
  "token-error-500": {
    vi: "Điểm cấp token trả lỗi 500.",
    en: "The token endpoint answers 500.",
  },
  "slow-token": {
    vi: "Điểm cấp token trả lời chậm 4 giây.",
    en: "The token endpoint takes 4 seconds to answer.",
  },
  "userinfo-other-sub": {
    vi: "Userinfo trả về thông tin của một người khác (sub khác ID token).",
    en: "Userinfo answers about somebody else (its sub differs from the ID token's).",
  },
  "discovery-wrong-issuer": {
    vi: "Tài liệu discovery ghi tên một bên phát hành khác.",
    en: "The discovery document names another issuer.",
  },
  "jwks-500": {
    vi: "Không lấy được khóa công khai: điểm JWKS trả lỗi 500.",
    en: "The public keys cannot be fetched: the JWKS endpoint answers 500.",
  },
  unavailable: {
    vi: "Hệ thống ngừng hoạt động: mọi điểm OIDC trả lỗi 503. Mỗi yêu cầu tính một lần.",
    en: "The system is down: every OIDC endpoint answers 503. Each request counts once.",
  },
  "no-personal-number": {
    vi: "Đăng nhập được nhưng không có số định danh cá nhân, cả trong ID token lẫn userinfo.",
    en: "The sign-in works but brings no personal number, neither in the ID token nor from userinfo.",
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FaultName = keyof typeof faultTable;

export const faultNames = Object.keys(faultTable) as FaultName[];

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}
