import { isDirectoryType } from "./directory-types.ts";
import { patientsNamed, subjectReferences } from "./subject.ts";

export interface LineGroup {
  where: string;
  /** A batch Bundle of the lines as they were written, digits and all; or a line alone. */
  bytes: Uint8Array;
  /** Where each entry of the Bundle stood. */
  places: string[];
  /** Staff, places and medicines, which are about nobody. */
  directory?: boolean;
}

const MOST_LINES = 500;
/** Together no more than a delivery may have. */
const MOST_BYTES = 8 * 1_048_576;

interface Line {
  at: number;
  text: string;
  type: string;
  id: string | undefined;
}

/**
 * Turns NDJSON lines into deliveries about one person each. Lines of staff, places and medicines are deliveries of
 * their own, before those that refer to them; a line that is no JSON or no text makes one too, to be refused by
 * name. Never more than a delivery's lines of either kind are held, whatever the length of the file.
 */
export async function* groupLines(file: string, lines: AsyncIterable<Uint8Array>): AsyncGenerator<LineGroup> {
  const people = new Held();
  const directory = new Held();
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
    const line = { at, text, type, id: typeof resource.id === "string" ? resource.id : undefined };
    const isDirectory = isDirectoryType(type);
    const held = isDirectory ? directory : people;
    held.add(isDirectory ? "" : personOf(resource, line), line, bytes.byteLength);
    if (!held.full) continue;
    yield* bundles(file, directory, true);
    if (!isDirectory) yield* bundles(file, people, false);
  }
  yield* bundles(file, directory, true);
  yield* bundles(file, people, false);
}

/** Lines that wait for others about the same person, and how much they are. */
class Held {
  private groups = new Map<string, Line[]>();
  private lines = 0;
  private bytes = 0;

  add(about: string, line: Line, bytes: number): void {
    const lines = this.groups.get(about);
    if (lines) lines.push(line);
    else this.groups.set(about, [line]);
    this.lines++;
    this.bytes += bytes;
  }

  get full(): boolean {
    return this.lines >= MOST_LINES || this.bytes >= MOST_BYTES;
  }

  take(): Line[][] {
    const groups = [...this.groups.values()];
    this.groups.clear();
    this.lines = 0;
    this.bytes = 0;
    return groups;
  }
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

function* bundles(file: string, held: Held, directory: boolean): Generator<LineGroup> {
  for (const lines of held.take()) yield { ...bundle(file, lines), ...(directory ? { directory } : {}) };
}

function bundle(file: string, lines: Line[]): LineGroup {
  const entries = lines.map(({ text, type, id }) => {
    const request = id ? { method: "PUT", url: `${type}/${id}` } : { method: "POST", url: type };
    return `{"request":${JSON.stringify(request)},"resource":${text}}`;
  });
  const [first, last] = [lines[0]?.at ?? 0, lines.at(-1)?.at ?? 0];
  return {
    where: `${file}, ${first === last ? `line ${first}` : `lines ${first}–${last}`}`,
    bytes: encoder.encode(`{"resourceType":"Bundle","type":"batch","entry":[${entries.join(",")}]}`),
    places: lines.map(({ at }) => `line ${at}`),
  };
}
