/** What a text says as JSON, `undefined` when it is none; the parser's own words would quote it, and it may hold a secret. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
