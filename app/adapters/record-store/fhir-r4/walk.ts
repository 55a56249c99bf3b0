import { LosslessNumber } from "lossless-json";
import { checkCodes } from "./check-codes.ts";
import { checkTarget, type TypeAt } from "./check-target.ts";
import { isNumber } from "./definitions/primitives.ts";
import { type ElementRule, PLAIN_ELEMENT, ruleOf, type TypeRule } from "./definitions/read-types.ts";
import type { Issue, IssueList } from "./issues.ts";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

/** FHIR's names and vendors'. A value in the place of a name would be told in issues and found in the store. */
const ELEMENT_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** Where the walk is; the place is only written out for an issue. */
export class Place {
  private readonly path: (string | number)[] = [];
  private readonly start: string;
  private readonly issues: IssueList;
  readonly typeAt: TypeAt;

  constructor(start: string, issues: IssueList, typeAt: TypeAt) {
    this.start = start;
    this.issues = issues;
    this.typeAt = typeAt;
  }

  enter(step: string | number): void {
    this.path.push(step);
  }
  leave(): void {
    this.path.pop();
  }
  say(severity: "error" | "warning", type: Issue["type"], code: string, diagnostics: string): void {
    this.issues.add(() => ({ severity, type, code, diagnostics, expression: this.written() }));
  }
  /** `element` of here, which is not entered. */
  sayOf(element: string, ...said: Parameters<Place["say"]>): void {
    this.enter(element);
    this.say(...said);
    this.leave();
  }
  private written(): string {
    return this.path.reduce<string>(
      (at, step) => (typeof step === "number" ? `${at}[${step}]` : at ? `${at}.${step}` : step),
      this.start,
    );
  }
}

/** Checks an object by what R4 says of its type, in one pass, everything below it included. */
export function walkObject(value: Json, rule: TypeRule, place: Place): void {
  let chosen: string | undefined;
  let firstOfChoice: string | undefined;
  for (const key in value) {
    const item = value[key];
    const beside = key.charCodeAt(0) === 95;
    const name = beside ? key.slice(1) : key;
    const element = rule.elements.get(name);
    if (!element || (beside && !element.form)) {
      if (key !== "resourceType" || typeof item !== "string") walkUnknown(key, item, place);
      continue;
    }
    if (element.choice) {
      if (chosen === element.choice && firstOfChoice !== name)
        place.sayOf(key, "error", "structure", "choice-two", `Only one form of ${element.choice}[x] may be there.`);
      chosen = element.choice;
      firstOfChoice ??= name;
    }
    place.enter(key);
    if (name === "modifierExtension") sayModifier(place);
    if (beside) walkBeside(item, element, place);
    else walkElement(item, element, value, place);
    place.leave();
  }
  for (const { name, names } of rule.required)
    if (!names.some((n) => isThere(value[n]) || isThere(value[`_${n}`])))
      place.sayOf(name, "error", "required", "element-missing", "FHIR R4 requires this element.");
}

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

function walkElement(item: unknown, element: ElementRule, holder: Json, place: Place): void {
  if (!element.many) {
    if (Array.isArray(item) && element.type !== "id")
      place.say("error", "structure", "element-form", "The element is a list; FHIR R4 has it at most once.");
    else walkValue(item, element, place);
    return;
  }
  if (!Array.isArray(item)) {
    place.say("error", "structure", "element-form", "The element is not a list.");
    return;
  }
  if (item.length === 0) sayEmpty(place);
  for (let i = 0; i < item.length; i++) {
    // null stands where a part is only an extension.
    place.enter(i);
    if (item[i] === null && element.form) {
      if (holder[`_${element.name}`] === undefined) sayEmpty(place);
      place.leave();
      continue;
    }
    walkValue(item[i], element, place);
    place.leave();
  }
}

function walkValue(value: unknown, element: ElementRule, place: Place): void {
  if (element.form) {
    walkPrimitive(value, element, place);
    return;
  }
  if (!isObject(value)) {
    place.say("error", "structure", "element-form", "The element is not an object.");
    return;
  }
  const rule = element.type === "Resource" ? ruleOfResource(value, place) : ruleOf(element.type);
  if (rule) walkObject(value, rule, place);
  else walkContent(value, place);
  if (element.codes) checkCodes(value, element, place);
  if (element.type === "Reference") checkTarget(value, element.targets, place);
}

/** A contained resource, or one in a Bundle: one of a type R4 does not have is kept unread. */
function ruleOfResource(value: Json, place: Place): TypeRule | undefined {
  if (typeof value.resourceType === "string") return ruleOf(value.resourceType);
  place.say("error", "structure", "element-form", "The element is not a resource: it has no resourceType.");
  return undefined;
}

function walkPrimitive(value: unknown, { form, type, codes }: ElementRule, place: Place): void {
  if (!form) return;
  const json = value instanceof LosslessNumber ? "number" : typeof value;
  if (json !== form.json) {
    if (type === "id") place.say("error", "value", "id-form", `The element is not ${form.what}.`);
    else place.say("error", "structure", "element-form", `The element is not ${form.what}.`);
    return;
  }
  if (json === "string" && !checkText(value as string, place)) return;
  if (!form.is(value as never)) {
    if (value instanceof LosslessNumber && !isNumber(value)) sayNumber(place);
    else if (form.what === "a date") sayDate(place);
    else place.say("error", "value", type === "id" ? "id-form" : "value-form", `The element is not ${form.what}.`);
  } else if (type === "code" && codes && !codes.has(value as string)) {
    place.say(
      "error",
      "code-invalid",
      "code-unknown",
      "FHIR R4 fixes the codes of this element, and this is none of them.",
    );
  } else if (value === "") sayEmpty(place);
}

/** The id and the extensions of a primitive, under its name with an underscore. */
function walkBeside(item: unknown, element: ElementRule, place: Place): void {
  const rule = ruleOf(PLAIN_ELEMENT);
  const list = element.many ? item : [item];
  if (!rule || !Array.isArray(list)) {
    place.say("error", "structure", "element-form", "The element is not a list.");
    return;
  }
  for (const [i, one] of list.entries()) {
    if (element.many && one === null) continue;
    if (element.many) place.enter(i);
    if (isObject(one)) walkObject(one, rule, place);
    else place.say("error", "structure", "element-form", "The element is not an object.");
    if (element.many) place.leave();
  }
}

function walkUnknown(key: string, item: unknown, place: Place): void {
  if (!isElementName(key)) {
    sayName(place);
    return;
  }
  place.enter(key);
  place.say("warning", "structure", "element-unknown", "FHIR R4 has no such element here; it is kept and not shown.");
  walkContent(item, place);
  place.leave();
}

const isElementName = (key: string): boolean => ELEMENT_NAME.test(key) && !(key in Object.prototype);

/** What no definition describes: texts, numbers and names must be such that they can be kept. */
export function walkContent(value: unknown, place: Place): void {
  if (typeof value === "string") checkText(value, place);
  else if (value instanceof LosslessNumber) {
    if (!isNumber(value)) sayNumber(place);
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      place.enter(i);
      walkContent(item, place);
      place.leave();
    }
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (!isElementName(key)) sayName(place);
      else {
        place.enter(key);
        walkContent(item, place);
        place.leave();
      }
    }
  }
}

function checkText(text: string, place: Place): boolean {
  if (!text.includes("\0") && (text as string & { isWellFormed(): boolean }).isWellFormed()) return true;
  const what = "A text holds U+0000 or half of a surrogate pair; neither is a character.";
  place.say("error", "value", "text", what);
  return false;
}

const sayModifier = (place: Place) =>
  place.say(
    "warning",
    "informational",
    "modifier-extension",
    "A modifierExtension we do not know; the resource is kept and shown as not safely displayable.",
  );

const sayEmpty = (place: Place) =>
  place.say("warning", "value", "element-empty", "This says nothing; FHIR leaves it out.");

const sayName = (place: Place) => place.say("error", "structure", "element-name", "This is no FHIR element name.");

const sayNumber = (place: Place) =>
  place.say("error", "value", "number", "A number has more than 60 digits or an exponent beyond 999.");

const sayDate = (place: Place) =>
  place.say(
    "error",
    "value",
    "date",
    "This is not a real date. FHIR dates are YYYY, YYYY-MM, YYYY-MM-DD, or a full time with its zone.",
  );
