import { isDirectoryType } from "#app/domain/feeds/directory-types.ts";

export interface LineGroup {
  from: number;
  to: number;
  /** A batch Bundle of the lines as they were written, digits and all; or a Bundle that was a line itself. */
  json: string;
}

const MOST_LINES = 500;

interface Line {
  at: number;
  text: string;
  type: string;
  id: string | undefined;
}

/**
 * Turns NDJSON lines into deliveries about one person each. Lines of staff, places and medicines go
 * with the next person; a line that is no JSON makes a delivery of its own, to be refused by name.
 */
export async function* groupLines(lines: AsyncIterable<string>): AsyncGenerator<LineGroup> {
  const groups = new Map<string, Line[]>();
  let held = 0;
  let at = 0;
  for await (const text of lines) {
    at++;
    if (text.trim() === "") continue;
    const read = readLine(text, at);
    if (!read || read.line.type === "Bundle") {
      yield { from: at, to: at, json: text };
      continue;
    }
    groups.set(read.about, [...(groups.get(read.about) ?? []), read.line]);
    if (++held >= MOST_LINES) {
      yield* bundles(groups);
      groups.clear();
      held = 0;
    }
  }
  yield* bundles(groups);
}

const DIRECTORY = "";

function readLine(text: string, at: number): { line: Line; about: string } | undefined {
  let resource: { resourceType?: unknown; id?: unknown; [element: string]: unknown };
  try {
    resource = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof resource?.resourceType !== "string") return undefined;
  const { resourceType: type } = resource;
  const id = typeof resource.id === "string" ? resource.id : undefined;
  return { line: { at, text, type, id }, about: isDirectoryType(type) ? DIRECTORY : subjectOf(resource, type, id) };
}

function subjectOf(resource: Record<string, unknown>, type: string, id: string | undefined): string {
  if (type === "Patient") return `Patient/${id ?? ""}`;
  for (const element of ["subject", "patient", "beneficiary", "individual", "for"]) {
    const reference = (resource[element] as { reference?: unknown } | undefined)?.reference;
    if (typeof reference === "string") return reference;
  }
  return "nobody";
}

function* bundles(groups: Map<string, Line[]>): Generator<LineGroup> {
  const shared = groups.get(DIRECTORY) ?? [];
  const persons = [...groups].filter(([about]) => about !== DIRECTORY).map(([, lines]) => lines);
  if (persons.length === 0) for (const { at, text } of shared) yield { from: at, to: at, json: text };
  for (const [i, lines] of persons.entries()) yield bundle(i === 0 ? [...shared, ...lines] : lines);
}

function bundle(lines: Line[]): LineGroup {
  const entries = lines.map(
    ({ text, type, id }) =>
      `{"request":{"method":"${id ? "PUT" : "POST"}","url":"${id ? `${type}/${id}` : type}"},"resource":${text}}`,
  );
  const places = lines.map((l) => l.at);
  return {
    from: Math.min(...places),
    to: Math.max(...places),
    json: `{"resourceType":"Bundle","type":"batch","entry":[${entries.join(",")}]}`,
  };
}
