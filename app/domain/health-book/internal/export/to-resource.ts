import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import { referencesIn, relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { entryIdOf } from "#app/shared/ids.ts";
import type { PutBack } from "./put-back.ts";

export interface ExportRow {
  type: string;
  sourceId: string;
  facilityId: string;
  versionKey: string;
  versionAt: Date;
  resource: string;
  source: { t: string; n: number; f: Record<string, string> } | null;
}

/** What the export calls a version; the keys of versions may be longer than FHIR lets them be. */
const versionIdOf = ({ versionKey }: ExportRow): string => versionKey.slice(0, 64);

/** The exported version as others refer to it. */
export const versionReference = (row: ExportRow): string =>
  `${row.type}/${entryIdOf(row.facilityId, row.type, row.sourceId)}/_history/${versionIdOf(row)}`;

type Resource = { resourceType: string; id?: string; [element: string]: unknown };

/** The rows of the sender's own form, field by field, beside what they mean in FHIR. */
export const SOURCE_EXTENSION = "urn:so-khoe:qd3176";

/** An entry as it leaves the store: named and referred to by our ids, for two facilities may use the same. */
export function toResource(row: ExportRow, putBack: PutBack): Resource {
  const resource = readStored<Resource>(row.resource);
  putBack.resource(resource, row.facilityId);
  for (const found of referencesIn(resource)) {
    const target = relativeTarget(found.reference);
    if (target) found.reference = `${target.type}/${entryIdOf(row.facilityId, target.type, target.sourceId)}`;
  }
  resource.id = entryIdOf(row.facilityId, row.type, row.sourceId);
  resource.meta = {
    ...(resource.meta as object | undefined),
    versionId: versionIdOf(row),
    lastUpdated: row.versionAt.toISOString(),
    source: `urn:uuid:${row.facilityId}`,
  };
  if (row.source)
    resource.extension = [...((resource.extension as object[]) ?? []), sourceBlock(row, row.source, putBack)];
  return resource;
}

function sourceBlock({ facilityId }: ExportRow, source: NonNullable<ExportRow["source"]>, putBack: PutBack): object {
  const fields = Object.entries(source.f).map(([name, text]) => ({
    url: name,
    valueString: putBack.text(text, facilityId, name),
  }));
  return {
    url: SOURCE_EXTENSION,
    extension: [
      { url: "table", valueCode: source.t },
      { url: "row", valuePositiveInt: source.n },
      ...fields.filter((f) => f.valueString !== ""),
    ],
  };
}
