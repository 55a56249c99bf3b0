/**
 * Many servers name their own resources by the whole address; below the base that is the relative reference (R4
 * references.html §2.3.0.1), and means the same once the resource stands elsewhere. Changes what it is given.
 */
export function makeReferencesRelative<R>(value: R, base: URL): R {
  if (typeof value !== "object" || value === null) return value;
  const named = value as { reference?: unknown };
  if (typeof named.reference === "string" && named.reference.startsWith(base.href))
    named.reference = named.reference.slice(base.href.length);
  for (const element of Object.values(value)) makeReferencesRelative(element, base);
  return value;
}
