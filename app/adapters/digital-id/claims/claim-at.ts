import type { ClaimPath } from "../settings/claims.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** Names in Vietnamese are wanted where a provider sends several languages (OpenID Connect Core §5.2; eSignet has ISO 639-2). */
const LANGUAGES = ["vi", "vi-VN", "vie"];

/**
 * The claim of this name; failing that the same in Vietnamese (`name#vi`), failing that what its steps lead to
 * (`address.country`). A name may hold dots itself (`urn:pvpgvat:oidc.bpk`), so the whole is tried first.
 */
export function claimAt(claims: Claims, path: ClaimPath): unknown {
  if (typeof path !== "string") return follow(claims, path);
  for (const name of [path, ...LANGUAGES.map((language) => `${path}#${language}`)])
    if (Object.hasOwn(claims, name)) return claims[name];
  return path.includes(".") ? follow(claims, path.split(".")) : undefined;
}

function follow(from: unknown, steps: readonly string[]): unknown {
  let at = from;
  for (const step of steps) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** A text or number as a trimmed text; `undefined` for anything else and for nothing. */
export function textAt(claims: Claims, path: ClaimPath): string | undefined {
  const value = claimAt(claims, path);
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

/** The first of several sources that says something. */
export function firstText(claims: Claims, from: readonly ClaimPath[]): string | undefined {
  for (const path of from) {
    const text = textAt(claims, path);
    if (text !== undefined) return text;
  }
  return undefined;
}
