import { type EntryRow, readRow } from "../internal/entry-row.ts";

/** http://hl7.org/fhir/R4/episodeofcare.html – kept unread at the door, so nothing of it is taken for granted. */
interface Episode {
  status?: unknown;
  period?: { end?: unknown } | null;
  diagnosis?: ({ condition?: { reference?: unknown } | null } | null)[];
}

/** Episodes of care that their source says are about a pregnancy it knows of: by the pregnancy's own diagnosis. */
export interface EpisodeOf {
  reference: string;
  facilityId: string;
  over: boolean;
}

const OVER = new Set<unknown>(["finished", "cancelled"]);

export function episodesOf(rows: EntryRow[], pregnancy: Pick<EntryRow, "sourceId" | "facilityId">): EpisodeOf[] {
  return rows.flatMap((row) => {
    const { status, period, diagnosis } = readRow<Episode>(row).resource;
    const named = (Array.isArray(diagnosis) ? diagnosis : []).map((one) => one?.condition?.reference);
    if (row.facilityId !== pregnancy.facilityId || !named.includes(`Condition/${pregnancy.sourceId}`)) return [];
    const over = OVER.has(status) || typeof period?.end === "string";
    return [{ reference: `EpisodeOfCare/${row.sourceId}`, facilityId: row.facilityId, over }];
  });
}
