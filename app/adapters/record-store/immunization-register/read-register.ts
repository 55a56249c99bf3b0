import { localDay } from "#app/shared/dates.ts";
import { batchOf, type FilePart, type NameOf, type ReadFile } from "../feed-files/file.ts";
import { FileIssues } from "../feed-files/file-issues.ts";
import { type FilePerson, keyOfPerson, patientOf } from "../feed-files/person.ts";
import { type Csv, readCsv } from "./csv.ts";
import { mapVaccination } from "./map-vaccination.ts";
import { personOf } from "./person-of.ts";

const TABLE = "TIEMCHUNG";

/**
 * One person's rows of the immunisation register's export (`splitRegister`) as a FHIR Bundle: the Patient and an
 * Immunization for each row. Rows that cannot be taken are said, one by one. Never throws on any input.
 */
export function readRegister(bytes: FilePart["bytes"], nameOf: NameOf, now: Date): ReadFile {
  const issues = new FileIssues(TABLE);
  const csv = readCsv(bytes);
  if ("fault" in csv) {
    issues.add("error", csv.fault);
    return { table: TABLE, rowOf: [], rows: 0, refused: 0, issues: issues.list() };
  }
  if (csv.hasOthers) issues.add("information", "unknown-column");
  const bundle = bundleOf(csv, nameOf, localDay(now), issues);
  const rows = csv.rows.length;
  return { table: TABLE, ...bundle, rows, refused: issues.refused, issues: issues.list() };
}

function bundleOf(csv: Csv, nameOf: NameOf, today: string, issues: FileIssues): Pick<ReadFile, "bundle" | "rowOf"> {
  const [first] = csv.rows;
  const who = first && personOf(first, issues);
  const key = who && keyOfPerson(who);
  if (!who || key === undefined) {
    for (const { number: row } of csv.rows) issues.add("error", "no-person", { row });
    return { rowOf: [] };
  }
  if (csv.rows.some((row) => keyOfPerson(personOf(row)) !== key)) {
    issues.add("error", "several-persons");
    return { rowOf: [] };
  }
  const patient = patientOf(who, key, nameOf);
  const about = { key, patient: `Patient/${patient.id}`, birthDate: who.birthDate, today, nameOf };
  const taken: { row: number; resource: ReturnType<typeof patientOf> }[] = [];
  for (const row of csv.rows) {
    if (row !== first && !isSame(who, personOf(row))) issues.add("warning", "rows-differ", { row: row.number });
    const resource = mapVaccination(row, about, issues);
    if (resource) taken.push({ row: row.number, resource });
  }
  if (taken.length === 0) return { rowOf: [] };
  const { once, rowOf } = withoutTwins(taken, issues);
  return { bundle: batchOf([patient, ...once]), rowOf: [undefined, ...rowOf] };
}

const isSame = (who: FilePerson, other: FilePerson): boolean =>
  other.name === who.name &&
  other.birthDate === who.birthDate &&
  other.sex === who.sex &&
  other.personalNumber === who.personalNumber;

/** A row that stands twice is one vaccination; where the two differ, the first stands and the other is said. */
function withoutTwins(taken: { row: number; resource: ReturnType<typeof patientOf> }[], issues: FileIssues) {
  const seen = new Map<string, string>();
  const kept = taken.filter(({ row, resource }) => {
    const content = JSON.stringify(resource);
    const twin = seen.get(resource.id);
    seen.set(resource.id, twin ?? content);
    if (twin !== undefined && twin !== content) issues.add("error", "row-twice", { row });
    return twin === undefined;
  });
  return { once: kept.map((k) => k.resource), rowOf: kept.map((k) => k.row) };
}
