import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unseal } from "#app/adapters/keys/sealing.ts";

/** Bytes of one sealed row. */
const PART = 512 * 1024;

interface Copy {
  personId: string;
  copyId: string;
  bytes: number;
}

const countOf = ({ bytes }: Copy): number => Math.ceil(bytes / PART);

/** Bound to its copy, its place and how many there are: none can be missing, moved or another's. */
const belongs = (copy: Copy, part: number) => ({
  table: "book_copy_parts",
  owner: copy.personId,
  row: `${copy.copyId}/${part}/${countOf(copy)}`,
});

/** A copy cut into sealed rows, from part 0. */
export const sealedParts = (keys: KeyRing, copy: Omit<Copy, "bytes">, pdf: Uint8Array): Buffer[] => {
  const whole = { ...copy, bytes: pdf.byteLength };
  return Array.from({ length: countOf(whole) }, (_, part) =>
    seal(keys, belongs(whole, part), pdf.subarray(part * PART, (part + 1) * PART)),
  );
};

/** The copy its rows make, in order. @throws when one is missing or was altered. */
export function joinedParts(
  keys: KeyRing,
  copy: Copy,
  parts: { part: number; sealed: Buffer }[],
): Uint8Array<ArrayBuffer> {
  if (parts.length !== countOf(copy)) throw new Error("Parts of a copy are missing.");
  return new Uint8Array(Buffer.concat(parts.map(({ part, sealed }) => unseal(keys, belongs(copy, part), sealed))));
}
