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
  "bad-at-hash": {
    vi: "ID token mang at_hash không khớp với access token.",
    en: "The ID token carries an at_hash that is not the access token's.",
  },
  "no-nonce": {
    vi: "ID token thiếu nonce.",
    en: "The ID token has no nonce.",
  },
  "future-token": {
    vi: "ID token ghi thời điểm cấp (iat) ở một giờ sau.",
    en: "The ID token says it was issued an hour from now (iat).",
  },
  "wrong-azp": {
    vi: "ID token ghi ứng dụng được cấp quyền (azp) là ứng dụng khác.",
    en: "The ID token names another authorized party (azp).",
  },
  "several-audiences": {
    vi: "ID token được cấp cho hai ứng dụng mà không ghi azp.",
    en: "The ID token is made out to two applications and has no azp.",
  },
  "unknown-kid": {
    vi: "ID token ghi mã khóa (kid) không có trong danh sách khóa.",
    en: "The ID token names a key (kid) that is not in the list.",
  },
  "no-kid": {
    vi: "ID token không ghi mã khóa; danh sách chỉ có một khóa.",
    en: "The ID token names no key; the list holds one.",
  },
  "no-kid-two-keys": {
    vi: "ID token không ghi mã khóa; danh sách có hai khóa.",
    en: "The ID token names no key; the list holds two.",
  },
  "rotated-key": {
    vi: "ID token ký bằng khóa vừa thay, danh sách khóa từ lúc này mới có.",
    en: "The ID token is signed with a new key, which the list holds only from this moment on.",
  },
  "alg-hs256-public-key": {
    vi: "ID token ký HS256 bằng chính khóa công khai.",
    en: "The ID token is signed HS256 with the public key.",
  },
  "alg-hs256-secret": {
    vi: "ID token ký HS256 bằng mật khẩu của ứng dụng.",
    en: "The ID token is signed HS256 with the application's secret.",
  },
  "header-jwk": {
    vi: "ID token ký bằng khóa lạ và tự mang khóa ấy trong phần đầu (jwk).",
    en: "The ID token is signed with a stranger's key, which it brings along in its header (jwk).",
  },
  "header-jku": {
    vi: "ID token ký bằng khóa lạ và chỉ tới nơi để khóa ấy (jku).",
    en: "The ID token is signed with a stranger's key and points to where that is (jku).",
  },
  "tampered-jwe": {
    vi: "JWE (ID token hoặc userinfo) bị sửa một ký tự.",
    en: "One character of the JWE (ID token or userinfo) is changed.",
  },
  unencrypted: {
    vi: "Phải là JWE nhưng trả về JWS (ID token hoặc userinfo).",
    en: "A JWS comes where a JWE is due (ID token or userinfo).",
  },
  "userinfo-bad-signature": {
    vi: "Userinfo được ký bằng một khóa lạ.",
    en: "Userinfo is signed with a stranger's key.",
  },
  "userinfo-wrong-audience": {
    vi: "Userinfo được cấp cho một ứng dụng khác (aud).",
    en: "Userinfo is made out to another application (aud).",
  },
  "userinfo-wrong-issuer": {
    vi: "Userinfo ghi tên một bên phát hành khác (iss).",
    en: "Userinfo names another issuer (iss).",
  },
  "userinfo-plain": {
    vi: "Phải ký và mã hóa nhưng userinfo trả về JSON trần.",
    en: "Userinfo is plain JSON where a signed one is due.",
  },
  "userinfo-500": {
    vi: "Userinfo trả lỗi 500.",
    en: "Userinfo answers 500.",
  },
  "token-html": {
    vi: "Điểm cấp token trả về một trang HTML.",
    en: "The token endpoint answers with an HTML page.",
  },
  "token-huge": {
    vi: "Điểm cấp token trả về 24 MB.",
    en: "The token endpoint answers with 24 MB.",
  },
  "token-endless": {
    vi: "Điểm cấp token trả lời từng chút một, không bao giờ hết.",
    en: "The token endpoint answers bit by bit and never ends.",
  },
  "no-iss-parameter": {
    vi: "Khi quay lại cổng, thiếu tham số iss đã hứa.",
    en: "The iss parameter that was promised is missing on the way back.",
  },
  "mixed-up": {
    vi: "Khi quay lại cổng, tham số iss là của một định danh khác mà cổng cũng nhận.",
    en: "The iss parameter on the way back is that of another digital ID the portal also takes.",
  },
  "used-code": {
    vi: "Khi quay lại cổng, mã là mã đã dùng ở lượt trước.",
    en: "The code on the way back is one that was used before.",
  },
  "par-refused": {
    vi: "Từ chối yêu cầu đẩy trước (PAR).",
    en: "The pushed request (PAR) is refused.",
  },
  "used-request-uri": {
    vi: "Địa chỉ yêu cầu đẩy trước (request_uri) đã được dùng rồi.",
    en: "The address of the pushed request (request_uri) was used before.",
  },
  "expired-request-uri": {
    vi: "Địa chỉ yêu cầu đẩy trước (request_uri) đã hết hạn.",
    en: "The address of the pushed request (request_uri) has expired.",
  },
  "par-500": {
    vi: "Điểm nhận yêu cầu đẩy trước (PAR) trả lỗi 500.",
    en: "The endpoint for pushed requests (PAR) answers 500.",
  },
  "dpop-nonce-due": {
    vi: "Đòi nonce trong chứng minh DPoP.",
    en: "A nonce is demanded in the DPoP proof.",
  },
  "dpop-refused": {
    vi: "Từ chối chứng minh DPoP, dù có nonce.",
    en: "The DPoP proof is refused, nonce or not.",
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FaultName = keyof typeof faultTable;

export const faultNames = Object.keys(faultTable) as FaultName[];

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}
