import zlib from "node:zlib";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unseal } from "#app/adapters/keys/sealing.ts";

/** The raw bytes of a delivery as `message_bodies` keeps them. */
export interface KeptBody {
  sealed: Buffer;
  /** Compressed before they were sealed. */
  packed: boolean;
}

interface Of {
  facilityId: string;
  messageId: string;
}

const belongs = ({ facilityId, messageId }: Of) => ({ table: "message_bodies", owner: facilityId, row: messageId });

/** A Brotli of this quality is faster than any gzip, and smaller than the fast ones. */
const QUICK = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Compresses the bytes where that saves anything, and seals them with the facility's own key. */
export function sealBody(keys: KeyRing, of: Of, bytes: Uint8Array): KeptBody {
  const small = zlib.brotliCompressSync(bytes, QUICK);
  const packed = small.length < bytes.length;
  return { sealed: seal(keys, belongs(of), packed ? small : bytes), packed };
}

/** The bytes as they came. */
export function openBody(keys: KeyRing, of: Of, { sealed, packed }: KeptBody): Buffer {
  const bytes = unseal(keys, belongs(of), sealed);
  return packed ? zlib.brotliDecompressSync(bytes) : bytes;
}
