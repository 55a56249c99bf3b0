import { createHmac } from "node:crypto";

/** A UUID (RFC 9562, version 8) that stays the same for this key and says nothing about it. */
export function uuidOf(purpose: string, key: string): string {
  const bytes = createHmac("sha256", `so-khoe sandbox ${purpose}`).update(key).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
