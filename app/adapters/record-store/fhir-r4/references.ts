/** A reference to a resource of the same sender: type and source id. */
export interface Target {
  type: string;
  sourceId: string;
}

const RELATIVE = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

export interface FoundReference {
  reference: string;
  display?: string;
  identifier?: unknown;
}

/** Everything of the form `{ reference: "…" }` in a resource, contained resources included. */
export function referencesIn(value: unknown, found: FoundReference[] = []): FoundReference[] {
  if (typeof value !== "object" || value === null) return found;
  if (typeof (value as { reference?: unknown }).reference === "string") found.push(value as FoundReference);
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item === "object") referencesIn(item, found);
  }
  return found;
}

/** The type and id a relative reference names, if it is one. */
export function relativeTarget(reference: string): Target | undefined {
  const [, type, sourceId] = RELATIVE.exec(reference) ?? [];
  return type && sourceId ? { type, sourceId } : undefined;
}

/** The server an entry stands on: `https://his.vn/fhir/Patient/1` stands on `https://his.vn/fhir/`. */
export const serverOf = (fullUrl: string | undefined): string | undefined =>
  /^(https?:\/\/.*\/)[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(fullUrl ?? "")?.[1];

/**
 * Resolves references within one delivery, in FHIR's order: fullUrl exactly, then relative by type
 * and id (R4 §2.36.4 "Resolving references in Bundles").
 */
export class ReferenceMap {
  private readonly byUrl = new Map<string, Target>();
  private readonly byTypeAndId = new Map<string, Target>();

  add(fullUrl: string | undefined, id: unknown, type: string, target: Target): void {
    if (fullUrl) this.byUrl.set(fullUrl, target);
    if (typeof id === "string") this.byTypeAndId.set(`${type}/${id}`, target);
  }

  /** The target inside this delivery, if there is one. */
  resolve(reference: string): Target | undefined {
    const exact = this.byUrl.get(reference);
    if (exact) return exact;
    const relative = relativeTarget(reference);
    return relative && this.byTypeAndId.get(`${relative.type}/${relative.sourceId}`);
  }
}
