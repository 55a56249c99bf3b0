import crypto from "node:crypto";
import { parse, v7 } from "uuid";

/** A new time-ordered id. Not a secret: what opens anything for outsiders is random. */
export const newId = (): string => v7();

/** The id of an entry: the same facility, type and source id always give the same one. */
export function entryIdOf(facilityId: string, resourceType: string, sourceId: string): string {
  // UUIDv5 (RFC 9562 §5.5), by hand: there is one for each entry and each reference.
  const digest = crypto.createHash("sha1").update(bytesOf(facilityId)).update(`${resourceType}/${sourceId}`).digest();
  digest.writeUInt8(((digest[6] ?? 0) & 0x0f) | 0x50, 6);
  digest.writeUInt8(((digest[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

let namespace = { id: "", bytes: new Uint8Array() };

/** One delivery is of one facility. */
function bytesOf(facilityId: string): Uint8Array {
  if (namespace.id !== facilityId) namespace = { id: facilityId, bytes: parse(facilityId) };
  return namespace.bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Does this text have the form of an id of ours? */
export const isId = (text: string): boolean => UUID.test(text);
