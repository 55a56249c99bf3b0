import type { IncomingHttpHeaders } from "node:http";
import type { NewDocument, QueuedDocument } from "../disk/document.ts";
import { DiskLow } from "../disk/queue.ts";
import type { Receipt } from "../disk/receipts.ts";
import { inspect } from "../inspect.ts";
import { localRefusal } from "../local-refusal.ts";
import { type Call, type DialectAnswer, decodeFile, fieldsOf, refusedCall, taken } from "./dialect.ts";
import { type Credentials, credentialsFit, type TokenBook, type TokenPair } from "./tokens.ts";

export interface GatewayDesk {
  own: Credentials & { tokenMinutes: number };
  tokens: TokenBook;
  /** The insurer judges tokens, and ours are forgotten at a restart: the account itself is enough. */
  accountSuffices: boolean;
  stream: string;
  enqueue(document: NewDocument, bytes: Uint8Array): Promise<QueuedDocument>;
  /** What was refused at the door is shown too. */
  refused(receipt: Receipt): Promise<void>;
}

/** What is known of a call before its body is read. */
export interface CallHead {
  headers: IncomingHttpHeaders;
  query: URLSearchParams;
}

export interface CallRequest extends CallHead {
  body: Buffer;
}

/** POST /api/token/take: the hospital's own gateway account, for a pair of tokens. */
export function takeToken(desk: GatewayDesk, request: CallRequest): DialectAnswer {
  if (!hasOwnCredentials(desk, request))
    return refusedCall("401", "Sai tên đăng nhập hoặc mật khẩu (mật khẩu là MD5 viết hoa).");
  const pair = desk.tokens.issue(desk.own.tokenMinutes);
  return { status: 200, body: { maKetQua: "200", APIKey: apiKey(pair, desk.own.username) } };
}

/** Does the call bring the account the agent was configured with? */
export function hasOwnCredentials(desk: GatewayDesk, request: CallRequest): boolean {
  const fields = fieldsOf(request.headers["content-type"] ?? "", request.body);
  return credentialsFit(desk.own, fields?.get("username") ?? "", fields?.get("password") ?? "");
}

const apiKey = ({ accessToken, idToken, until }: TokenPair, username: string) => ({
  access_token: accessToken,
  id_token: idToken,
  token_type: "Bearer",
  username,
  expires_in: new Date(until).toISOString(),
});

/** A check-in (XML0) or a record: acknowledged when it is safe on disk, and not before. */
export async function takeDocument(
  desk: GatewayDesk,
  call: Exclude<Call, "token">,
  request: CallRequest,
): Promise<DialectAnswer> {
  const fields = fieldsOf(request.headers["content-type"] ?? "", request.body);
  if (!isAllowed(desk, request, fields?.get("username"))) return notAllowed();
  const bytes = decodeFile(fields?.get("filehsbase64") ?? "");
  if (!bytes) return refusedCall("205", "fileHSBase64 thiếu hoặc không phải base64 đúng cú pháp.");
  const name = call === "check-in" ? "checkInKcbQd3176" : "guiHoSoXmlQD3176";
  const found = inspect(bytes);
  const said = found.ok && found.kind === "fhir" ? ({ ok: false, why: "not-xml" } as const) : found;
  if (!said.ok) {
    const receipt = localRefusal({ name, source: "gateway" }, said);
    await desk.refused(receipt).catch(() => undefined);
    return refusedCall("205", `fileHSBase64: ${receipt.issues[0]?.vi ?? ""}`);
  }
  try {
    const { kind, maLk, caseKey } = said;
    const queued = await desk.enqueue({ kind, maLk, caseKey, source: "gateway", name }, bytes);
    return taken(`${desk.stream}-${queued.seq}`, "Đã tiếp nhận hồ sơ để chuyển đến Sổ Khỏe.");
  } catch (error) {
    const why = error instanceof DiskLow ? "Đĩa của trạm gửi sắp đầy" : "Trạm gửi không ghi được đĩa";
    return refusedCall("503", `${why}; chưa nhận hồ sơ này, hãy gửi lại sau.`);
  }
}

/** Tokens come in headers; older clients put them into the address. What else names the account must fit too. */
function isAllowed(desk: GatewayDesk, head: CallHead, username = ""): boolean {
  const { own, tokens, accountSuffices } = desk;
  const { password, accessToken, tokenId } = shownBy(head);
  if (accountSuffices && credentialsFit(own, username, password)) return true;
  return (
    tokens.fits(accessToken, tokenId) && credentialsFit(own, username || own.username, password || own.passwordMd5)
  );
}

/** Before its body, which may be large, is read: might this call be allowed? The account's name comes in the body. */
export const mayBeAllowed = (desk: GatewayDesk, head: CallHead): boolean =>
  isAllowed(desk, head, head.query.get("username") ?? desk.own.username);

function shownBy({ headers, query }: CallHead) {
  const of = (header: string, parameter: string) => String(headers[header] ?? query.get(parameter) ?? "");
  return {
    password: of("passwordhash", "password"),
    accessToken: of("accesstoken", "token"),
    tokenId: of("tokenid", "id_token"),
  };
}

export const notAllowed = (): DialectAnswer =>
  refusedCall("401", "Token không đúng hoặc đã hết hạn; hãy lấy token mới.");
