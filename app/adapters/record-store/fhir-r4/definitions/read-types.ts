import { type Form, primitiveForms } from "./primitives.ts";
import { r4Codes, r4Targets } from "./sets.ts";
import { r4Types } from "./types.ts";

/** What may stand under one JSON name. */
export interface ElementRule {
  name: string;
  many: boolean;
  /** Set for a primitive; else the element is an object of the type. */
  form: Form | undefined;
  type: string;
  /** The element of whose forms only one may be there: `value[x]`. */
  choice: string | undefined;
  codes: ReadonlySet<string> | undefined;
  /** Types a reference may lead to. */
  targets: ReadonlySet<string> | undefined;
}

export interface TypeRule {
  elements: ReadonlyMap<string, ElementRule>;
  /** Elements that must be there, each with the names it can have. */
  required: readonly { name: string; names: readonly string[] }[];
}

const BASE: Readonly<Record<string, string>> = {
  D: "id?id meta?Meta implicitRules?uri language?code text?Narrative contained*Resource extension*Extension modifierExtension*Extension",
  R: "id?id meta?Meta implicitRules?uri language?code",
  B: "id?string extension*Extension modifierExtension*Extension",
  E: "id?string extension*Extension",
};

const WORD = /^(\w+)(\[x\])?([!?+*])([^@]*)(?:@(\d+))?$/;
const rules = new Map<string, TypeRule>();
const codeSets = new Map<number, ReadonlySet<string>>();
const targetSets = new Map<number, ReadonlySet<string>>();

/** What stands beside a primitive, under its name with an underscore. */
export const PLAIN_ELEMENT = "Element";

export const isResourceType = (type: string): boolean => /^[DR] ?/.test(own(type) ?? "");

export const resourceTypes = (): string[] => Object.keys(r4Types).filter((type) => /^[DR] /.test(r4Types[type] ?? ""));

/** The rule of a resource, data type or backbone element (`Observation.component`), read when first asked for. */
export function ruleOf(type: string): TypeRule | undefined {
  const known = rules.get(type);
  if (known) return known;
  const text = type === PLAIN_ELEMENT ? "E" : own(type);
  if (text === undefined) return undefined;
  const rule = readType(type, text);
  rules.set(type, rule);
  return rule;
}

const own = (type: string): string | undefined => (Object.hasOwn(r4Types, type) ? r4Types[type] : undefined);

function readType(type: string, text: string): TypeRule {
  const elements = new Map<string, ElementRule>();
  const required: { name: string; names: string[] }[] = [];
  const [letter = "E", ...words] = text.split(" ");
  for (const word of [...(BASE[letter] ?? "").split(" "), ...words]) {
    const [, name = "", choice, often, types = "", codes] = WORD.exec(word) ?? [];
    const read = types.split("|").map((one) => readElement({ type, name, choice: choice !== undefined, one }));
    for (const rule of read)
      elements.set(rule.name, {
        ...rule,
        many: often === "*" || often === "+",
        codes: codes ? setOf(codeSets, r4Codes, Number(codes)) : undefined,
      });
    if (often === "!" || often === "+") required.push({ name, names: read.map((r) => r.name) });
  }
  return { elements, required };
}

function readElement(at: { type: string; name: string; choice: boolean; one: string }) {
  const [code = "", targets] = at.one.split(">");
  const name = at.choice ? `${at.name}${code.charAt(0).toUpperCase()}${code.slice(1)}` : at.name;
  const type = code === "." ? `${at.type}.${at.name}` : code.startsWith("=") ? code.slice(1) : code;
  return {
    name,
    type,
    form: primitiveForms[type],
    choice: at.choice ? at.name : undefined,
    targets: targets ? setOf(targetSets, r4Targets, Number(targets)) : undefined,
  };
}

function setOf(known: Map<number, ReadonlySet<string>>, texts: readonly string[], at: number): ReadonlySet<string> {
  const set = known.get(at) ?? new Set((texts[at] ?? "").split(" "));
  known.set(at, set);
  return set;
}
