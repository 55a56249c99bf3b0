import crypto from "node:crypto";
import { parse } from "uuid";

// Both kinds are made by hand: there are several for each entry, and the libraries take most of their time to ask for
// randomness and to make a hash object.

const RANDOM = Buffer.alloc(8_192);
let drawn = RANDOM.length;
let last = { ms: 0, count: 0 };

/** A new time-ordered id (UUIDv7, RFC 9562 §5.7, §6.2 method 1). Not a secret: what opens anything for outsiders is random. */
export function newId(): string {
  if (drawn + 10 > RANDOM.length) {
    crypto.randomFillSync(RANDOM);
    drawn = 0;
  }
  const now = Date.now();
  // Of one millisecond, and after a clock that went back, by a counter; when it is full, of the next.
  if (now > last.ms) last = { ms: now, count: RANDOM.readUInt16BE(drawn) & 0x07ff };
  else if (++last.count > 0x0fff) last = { ms: last.ms + 1, count: 0 };
  const id = Buffer.allocUnsafe(16);
  id.writeUIntBE(last.ms, 0, 6);
  id.writeUInt16BE(0x7000 | last.count, 6);
  RANDOM.copy(id, 8, drawn + 2, drawn + 10);
  id.writeUInt8(((id[8] ?? 0) & 0x3f) | 0x80, 8);
  drawn += 10;
  return dashed(id.toString("hex"));
}

const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

/** The id of an entry (UUIDv5, RFC 9562 §5.5): the same facility, type and source id always give the same one. */
export function entryIdOf(facilityId: string, resourceType: string, sourceId: string): string {
  const name = Buffer.from(`${" ".repeat(16)}${resourceType}/${sourceId}`);
  bytesOf(facilityId).copy(name);
  const hex = crypto.hash("sha1", name);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return dashed(`${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(18)}`);
}

let namespace = { id: "", bytes: Buffer.alloc(0) };

/** One delivery is of one facility. */
function bytesOf(facilityId: string): Buffer {
  if (namespace.id !== facilityId) namespace = { id: facilityId, bytes: Buffer.from(parse(facilityId)) };
  return namespace.bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Does this text have the form of an id of ours? */
export const isId = (text: string): boolean => UUID.test(text);
