import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readDefinitions } from "./r4-source.ts";
import { codesOfValueSet } from "./r4-value-sets.ts";

interface ElementType {
  code: string;
  targetProfile?: string[];
}

interface Element {
  path: string;
  min: number;
  max: string;
  type?: ElementType[];
  contentReference?: string;
  binding?: { strength: string; valueSet?: string };
}

interface Definition {
  resourceType: string;
  name: string;
  kind: string;
  derivation?: string;
  snapshot: { element: Element[] };
}

export const definitionsFolder = "app/adapters/record-store/fhir-r4/definitions";

/** What every resource or element has; the reader adds it, by the letter a type begins with. */
const COMMON = new Set([
  "id",
  "meta",
  "implicitRules",
  "language",
  "text",
  "contained",
  "extension",
  "modifierExtension",
]);

/** R4 StructureDefinitions boiled down to what is checked at the door: file name → text. */
export function makeDefinitions(): Record<string, string> {
  const sets = { codes: new Numbered(), targets: new Numbered() };
  const types = new Map<string, string[]>();
  const definitions = ["profiles-types.json", "profiles-resources.json"]
    .flatMap((file) => readDefinitions<Definition>(file))
    .filter((d) => d.resourceType === "StructureDefinition" && d.derivation === "specialization")
    .filter((d) => d.kind === "resource" || d.kind === "complex-type");
  for (const definition of definitions) readType(definition, types, sets);
  return {
    "types.ts": [
      "/** Made by test/support/make-r4-definitions.ts from the FHIR R4 StructureDefinitions; see read-types.ts for the notation. */",
      "export const r4Types: Readonly<Record<string, string>> = {",
      ...[...types].map(([name, words]) => `  ${propertyName(name)}: ${JSON.stringify(words.join(" "))},`),
      "};\n",
    ].join("\n"),
    "sets.ts": [
      "/** Made by test/support/make-r4-definitions.ts: the codes of required bindings, and what references may lead to. */",
      listOf("r4Codes", sets.codes.texts),
      "",
      listOf("r4Targets", sets.targets.texts),
      "",
    ].join("\n"),
  };
}

const propertyName = (name: string) => (/^\w+$/.test(name) ? name : JSON.stringify(name));

/** As the formatter writes a list of texts. */
function listOf(name: string, texts: string[]): string {
  const lines = texts.map((text) => `  ${JSON.stringify(text)},`);
  return [`export const ${name}: readonly string[] = [`, ...lines, "];"].join("\n");
}

function readType({ name, kind, snapshot }: Definition, types: Map<string, string[]>, sets: Sets): void {
  for (const element of snapshot.element) {
    const { path: at, max } = element;
    const own = snapshot.element.filter((e) => e.path.startsWith(`${at}.`));
    if (own.length > 0 || at === name) types.set(at, [letterOf(kind, at, name, own)]);
    const [parent, last] = [at.slice(0, at.lastIndexOf(".")), at.slice(at.lastIndexOf(".") + 1)];
    if (at === name || max === "0" || isCommon(last, element, kind === "resource" && parent === name)) continue;
    types.get(parent)?.push(wordOf(last, element, own.length > 0, sets));
  }
}

/** D domain resource, R other resource, B with modifierExtension, E plain element. */
function letterOf(kind: string, at: string, name: string, own: Element[]): string {
  const has = (last: string) => own.some((e) => e.path === `${at}.${last}`);
  if (kind === "resource" && at === name) return has("text") && has("contained") ? "D" : "R";
  return has("modifierExtension") ? "B" : "E";
}

const isCommon = (last: string, { type }: Element, ofResource: boolean): boolean =>
  COMMON.has(last) && (ofResource || last === "id" || type?.[0]?.code === "Extension");

/** `name`, how often (! 1..1, ? 0..1, + 1..*, * 0..*), its types with what references may lead to, and its codes. */
function wordOf(last: string, element: Element, hasOwn: boolean, sets: Sets): string {
  const many = element.max !== "1";
  const often = element.min > 0 ? (many ? "+" : "!") : many ? "*" : "?";
  const types = hasOwn
    ? "."
    : element.contentReference
      ? `=${element.contentReference.slice(1)}`
      : typesOf(element, sets);
  const codes = element.binding?.strength === "required" ? codesOf(element, sets) : undefined;
  return `${last}${often}${types}${codes === undefined ? "" : `@${codes}`}`;
}

function typesOf({ type = [] }: Element, sets: Sets): string {
  return type
    .map(({ code, targetProfile }) => {
      if (code.startsWith("http://hl7.org/fhirpath/")) return "string";
      const targets = (targetProfile ?? []).map((p) => p.slice(p.lastIndexOf("/") + 1));
      const any = targets.length === 0 || targets.includes("Resource");
      return code === "Reference" && !any ? `${code}>${sets.targets.of(targets.join(" "))}` : code;
    })
    .join("|");
}

function codesOf({ type, binding }: Element, sets: Sets): number | undefined {
  const codes = codesOfValueSet(binding?.valueSet ?? "");
  if (!codes) return undefined;
  const plain = type?.every((t) => t.code === "code") ?? false;
  return sets.codes.of([...new Set(codes.map((c) => (plain ? c.code : `${c.system}|${c.code}`)))].join(" "));
}

/** Texts that are written once and told by their number. */
class Numbered {
  readonly texts: string[] = [];
  of(text: string): number {
    const at = this.texts.indexOf(text);
    return at >= 0 ? at : this.texts.push(text) - 1;
  }
}
type Sets = { codes: Numbered; targets: Numbered };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  fs.mkdirSync(definitionsFolder, { recursive: true });
  for (const [file, text] of Object.entries(makeDefinitions()))
    fs.writeFileSync(path.join(definitionsFolder, file), text);
}
