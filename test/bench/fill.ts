import fs from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import { clinicalTime } from "#app/adapters/record-store/fhir-r4/clinical-time.ts";
import { mainCode, mainStatus } from "#app/adapters/record-store/fhir-r4/code-and-status.ts";
import { sectionOf } from "#app/domain/access/data-types.ts";
import { searchWords } from "#app/domain/feeds/internal/search-words.ts";
import { entryIdOf, newId } from "#app/shared/ids.ts";
import { type InventedPerson, inventedPerson } from "./invented/person.ts";
import { inventedVisit, type Resource } from "./invented/visit.ts";

const COLUMNS =
  "person_id, id, entry_id, facility_id, resource_type, source_id, version_key, version_at, content_hash, current, case_id, section, time_low, time_high, time_precision, code, code_system, status, message_id, message_hash, received_at, resource, words";
const LOOKUP = "facility_id, resource_type, source_id, person_id, entry_id";
const ROWS_A_COPY = 40_000;
const FIRST = Date.UTC(2016, 0, 1);
const DAYS = 3_650;

export interface Filled {
  entries: number;
  bytes: number;
  /** How many entries each person got. */
  of: Map<string, number>;
}

/** Fills the store by COPY, visit after visit over ten years, so that what is one person's lies scattered. */
export async function fill(
  sql: postgres.Sql,
  range: { from: number; to: number },
  facilities: string[],
): Promise<Filled> {
  const persons = Array.from({ length: range.to - range.from }, (_, i) => ({
    ...inventedPerson(range.from + i),
    id: newId(),
  }));
  const [at] = await sql<{ data_directory: string }[]>`show data_directory`;
  const file = (name: string) => path.join(at?.data_directory ?? "", name);
  fs.writeFileSync(
    file("persons"),
    persons.map((p) => `${p.id}\t${p.birthDate}\t${p.birthDate}\t${p.gender}\tbench\n`).join(""),
    { mode: 0o644 },
  );
  await sql.unsafe(`copy persons (id, birth_low, birth_high, sex, demographics_source) from '${file("persons")}'`);
  const visits = persons.flatMap((person) =>
    Array.from({ length: person.visits }, () => ({ person, day: person.random.below(DAYS) })),
  );
  visits.sort((a, b) => a.day - b.day);
  const filled: Filled = { entries: 0, bytes: 0, of: new Map() };
  let rows: string[] = [];
  let found: string[] = [];
  let folded = new Map<string, string[]>();
  let copied = Promise.resolve();
  // The next rows are made while the database takes these.
  const flush = async () => {
    await copied;
    fs.writeFileSync(file("rows"), rows.join(""), { mode: 0o644 });
    fs.writeFileSync(file("found"), found.join(""), { mode: 0o644 });
    [rows, found, folded] = [[], [], new Map()];
    copied = sql
      .unsafe(`copy entries (${COLUMNS}) from '${file("rows")}'`)
      .then(() => sql.unsafe(`copy entry_lookup (${LOOKUP}) from '${file("found")}'`))
      .then(() => undefined);
    copied.catch(() => undefined);
  };
  for (const [i, { person, day }] of visits.entries()) {
    const facilityId = facilities[(person.at + Math.floor(person.random.next() * 3)) % facilities.length] ?? "";
    const moment = new Date(FIRST + day * 86_400_000 + person.random.below(36_000) * 1000);
    const visit = inventedVisit(person, `f${range.from}-${i}`, moment);
    const message = {
      id: newId(),
      at: moment.toISOString(),
      case: entryIdOf(facilityId, "Encounter", `f${range.from}-${i}`),
    };
    for (const resource of visit) {
      const [row, lookup, bytes] = rowOf(person, facilityId, message, resource, folded);
      rows.push(row);
      found.push(lookup);
      filled.bytes += bytes;
    }
    filled.entries += visit.length;
    filled.of.set(person.id, (filled.of.get(person.id) ?? 0) + visit.length);
    if (rows.length >= ROWS_A_COPY) await flush();
  }
  await flush();
  await copied;
  return filled;
}

function rowOf(
  person: InventedPerson & { id: string },
  facilityId: string,
  message: { id: string; at: string; case: string },
  resource: Resource,
  folded: Map<string, string[]>,
): [row: string, lookup: string, bytes: number] {
  const { resourceType: type, id } = resource;
  const json = JSON.stringify(resource);
  const entryId = entryIdOf(facilityId, type, id);
  const time = clinicalTime(resource);
  const code = mainCode(resource);
  const values = [
    person.id,
    newId(),
    entryId,
    facilityId,
    type,
    id,
    "v-1",
    message.at,
    HASH,
    "t",
    message.case,
    sectionOf(type),
    time?.low.toISOString(),
    time?.high?.toISOString(),
    time?.precision,
    code.code,
    code.system,
    mainStatus(resource),
    message.id,
    HASH,
    message.at,
    escaped(json),
    escaped(searchWords(resource, folded)),
  ];
  const row = values.map((v) => v ?? "\\N").join("\t");
  return [`${row}\n`, `${facilityId}\t${type}\t${id}\t${person.id}\t${entryId}\n`, Buffer.byteLength(json)];
}

const escaped = (text: string) => text.replaceAll("\\", "\\\\");

/** As long as a hash is; what it says does not matter here. */
const HASH = `\\\\x${"5a".repeat(32)}`;
