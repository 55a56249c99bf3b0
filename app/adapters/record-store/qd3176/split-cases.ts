import { type Envelope, frameFits, readEnvelope } from "./envelope.ts";
import { IssueList, PackageRefused } from "./issue-list.ts";
import { limits } from "./limits.ts";
import { decodeUtf8 } from "./xml/decode.ts";

/**
 * One envelope for each case of a message, the very bytes of it with the other `<HOSO>…</HOSO>` cut out; a message of one
 * case is returned as it is. So is one that cannot be taken apart with certainty: `readPackage` then says why it is refused.
 */
export function splitCases(bytes: Uint8Array): Uint8Array[] {
  const envelope = envelopeOf(bytes);
  if (!envelope || envelope.cases.length < 2 || !canBeCut(envelope)) return [bytes];
  return envelope.cases.map((_, index) => Buffer.from(onlyCase(envelope, index)));
}

function envelopeOf(bytes: Uint8Array): Envelope | undefined {
  if (bytes.length > limits.messageBytes) return undefined;
  const issues = new IssueList();
  try {
    return readEnvelope(
      issues.reading({}, () => decodeUtf8(bytes)),
      issues,
    );
  } catch (error) {
    if (error instanceof PackageRefused) return undefined;
    throw error;
  }
}

/** Cases that hold files without a `HOSO` around them have no bytes of their own to cut. */
export const canBeCut = (envelope: Envelope): boolean =>
  frameFits(envelope) && envelope.cases.every(({ key }) => key === "HOSO");

/** Text of valid UTF-8, so that encoding it gives back the bytes it was. */
function onlyCase({ text, cases }: Envelope, kept: number): string {
  const first = cases[0]?.start ?? 0;
  const parts = [text.slice(0, first)];
  cases.forEach(({ start, end }, index) => {
    if (index === kept) parts.push(text.slice(start, end));
    parts.push(text.slice(end, cases[index + 1]?.start ?? text.length));
  });
  return parts.join("");
}
