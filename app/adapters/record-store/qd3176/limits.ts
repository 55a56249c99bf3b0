/** What one delivery may be at most; beyond it the package is refused with the limit's name. */
export const limits = {
  /** Bytes of an envelope as sent (base64 makes a third more of its content). */
  messageBytes: 24 * 1024 * 1024,
  /** Bytes of all tables of one case, decoded. */
  decodedBytes: 16 * 1024 * 1024,
  /** `HOSO` in one envelope. */
  cases: 1_000,
  /** Bytes around the `HOSO` when there are several: each case gets them once more. */
  frameBytes: 64 * 1024,
  rowsPerCase: 20_000,
  depth: 12,
  /** Elements of one document: 16 MB of rows with the usual field names stay below. */
  elements: 600_000,
  /** Attributes have no meaning in this standard. */
  tagLength: 4_096,
  /** Issues reported one by one; one more counts the rest. */
  issues: 200,
} as const;
