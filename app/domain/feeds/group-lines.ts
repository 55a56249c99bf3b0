import { isDirectoryType } from "./directory-types.ts";
import { patientsNamed, subjectReferences } from "./subject.ts";

export interface LineGroup {
  where: string;
  /** A batch Bundle of the lines as they were written, digits and all; or a line alone. */
  bytes: Uint8Array;
  /** Where each entry of the Bundle stood. */
  places: string[];
}

const MOST_LINES = 500;
/** Together no more than a delivery may have. */
const MOST_BYTES = 8 * 1_048_576;

export interface Line {
  file: string;
  at: number;
  text: string;
  type: string;
  id: string | undefined;
}

/**
 * Turns NDJSON lines into deliveries about one person each. Lines of staff, places and medicines wait in
 * `shared` for the next person, of this file or a later one; a line that is no JSON or no text makes a
 * delivery of its own, to be refused by name.
 */
export async function* groupLines(
  file: string,
  lines: AsyncIterable<Uint8Array>,
  shared: Line[],
): AsyncGenerator<LineGroup> {
  const groups = new Map<string, Line[]>();
  let held = { lines: 0, bytes: 0 };
  let at = 0;
  for await (const bytes of lines) {
    at++;
    const text = decoded(bytes);
    if (text?.trim() === "") continue;
    const resource = text === undefined ? undefined : parsed(text);
    if (text === undefined || !resource || resource.resourceType === "Bundle") {
      yield { where: `${file}, line ${at}`, bytes, places: [] };
      continue;
    }
    const { resourceType: type } = resource;
    const line = { file, at, text, type, id: typeof resource.id === "string" ? resource.id : undefined };
    if (isDirectoryType(type)) {
      shared.push(line);
      continue;
    }
    const about = personOf(resource, line);
    groups.set(about, [...(groups.get(about) ?? []), line]);
    held = { lines: held.lines + 1, bytes: held.bytes + bytes.byteLength };
    if (held.lines < MOST_LINES && held.bytes < MOST_BYTES) continue;
    yield* bundles(groups, shared);
    groups.clear();
    held = { lines: 0, bytes: 0 };
  }
  yield* bundles(groups, shared);
}

/** What waited for a person who never came: each line alone, to be refused as nobody's record. */
export function* leftOver(shared: Line[]): Generator<LineGroup> {
  for (const { file, at, text } of shared.splice(0))
    yield { where: `${file}, line ${at}`, bytes: encoder.encode(text), places: [] };
}

type Resource = { resourceType: string; id?: unknown; [element: string]: unknown };

const decoder = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): Resource | undefined {
  try {
    const resource: Resource | null = JSON.parse(text);
    return typeof resource?.resourceType === "string" ? resource : undefined;
  } catch {
    return undefined;
  }
}

function personOf(resource: Resource, line: Line): string {
  if (line.type === "Patient") return `Patient/${line.id ?? `in line ${line.at}`}`;
  const named = patientsNamed(resource).find((id) => id !== undefined);
  return named ? `Patient/${named}` : (subjectReferences(resource)[0] ?? "nobody");
}

function* bundles(groups: Map<string, Line[]>, shared: Line[]): Generator<LineGroup> {
  for (const lines of groups.values()) yield bundle([...shared.splice(0, MOST_LINES), ...lines], lines);
}

function bundle(lines: Line[], own: Line[]): LineGroup {
  const entries = lines.map(({ text, type, id }) => {
    const request = id ? { method: "PUT", url: `${type}/${id}` } : { method: "POST", url: type };
    return `{"request":${JSON.stringify(request)},"resource":${text}}`;
  });
  const [first, last] = [own[0]?.at ?? 0, own.at(-1)?.at ?? 0];
  return {
    where: `${own[0]?.file}, ${first === last ? `line ${first}` : `lines ${first}–${last}`}`,
    bytes: encoder.encode(`{"resourceType":"Bundle","type":"batch","entry":[${entries.join(",")}]}`),
    places: lines.map(({ file, at }) => (file === own[0]?.file ? `line ${at}` : `${file}, line ${at}`)),
  };
}
