import { fhirInterval } from "#app/shared/dates.ts";
import type { Planned } from "./plan.ts";

export interface Version {
  /** Fit for a FHIR id: what the sender numbered it, when it was changed, or its content. */
  key: string;
  at: Date;
  /** The sender named this version; the same name with other content is a conflict. */
  named: boolean;
}

/** Which version this is, and when the sender says it was made (design §5.1). */
export function versionOf(entry: Planned, bundleTimestamp: string | undefined, receivedAt: Date): Version {
  const meta = (entry.resource?.meta ?? {}) as { versionId?: unknown; lastUpdated?: unknown };
  const updated = typeof meta.lastUpdated === "string" ? fhirInterval(meta.lastUpdated)?.low : undefined;
  const at = updated ?? (bundleTimestamp ? fhirInterval(bundleTimestamp)?.low : undefined) ?? receivedAt;
  if (typeof meta.versionId === "string" && /^[A-Za-z0-9\-.]{1,64}$/.test(meta.versionId))
    return { key: `v-${meta.versionId}`, at, named: true };
  if (updated) return { key: `t-${updated.getTime()}`, at, named: true };
  return { key: `h-${entry.hash.toString("hex").slice(0, 24)}`, at, named: false };
}
