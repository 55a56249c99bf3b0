import { foldText, namesContradict } from "#app/shared/names.ts";
import { type AboutFact, type AboutField, type AboutSource, type AboutValue, aboutFields } from "./view.ts";

/** One thing one source says. */
export interface Told {
  field: AboutField;
  text: string;
  birth?: { low: string; high: string } | undefined;
  source: AboutSource;
}

/** Of these there may be several, and all of them right. */
const SEVERAL: ReadonlySet<AboutField> = new Set(["other-number", "contact", "email", "occupation"]);

/** Side by side what each source says: the same value once, with everybody who says it. */
export function factsOf(told: readonly Told[]): AboutFact[] {
  return aboutFields.flatMap((field) => {
    const values: AboutValue[] = [];
    for (const one of told.filter((t) => t.field === field)) {
      const same = values.find((value) => isSame(field, value, one));
      if (!same) values.push({ text: one.text, ...(one.birth ? { birth: one.birth } : {}), sources: [one.source] });
      else addSource(same, one.source);
    }
    if (values.length === 0) return [];
    values.sort((a, b) => b.sources.length - a.sources.length);
    return [{ field, values, differ: contradict(field, values) }];
  });
}

/** A facility is named once, with what came last. */
function addSource({ sources }: AboutValue, source: AboutSource): void {
  const at = sources.findIndex((one) => nameOf(one) === nameOf(source));
  const before = sources[at];
  if (!before) sources.push(source);
  else if (before.at < source.at) sources[at] = source;
}

const nameOf = (source: AboutSource): string => (source.kind === "facility" ? source.facility : "");

/** The same but for capitals, spaces, marks and the way of writing a phone number. */
function isSame(field: AboutField, a: AboutValue, b: Told): boolean {
  if (field === "name") return !namesContradict(a.text, b.text);
  if (field === "birth") return a.birth?.low === b.birth?.low && a.birth?.high === b.birth?.high;
  if (field === "phone") return phone(a.text) === phone(b.text);
  if (field === "personal-number" || field === "other-number") return digits(a.text) === digits(b.text);
  return foldText(a.text) === foldText(b.text);
}

const digits = (text: string): string => text.replace(/[\s.]/g, "").toUpperCase();
const phone = (text: string): string => digits(text).replace(/\D/g, "").replace(/^84/, "0");

function contradict(field: AboutField, values: readonly AboutValue[]): boolean {
  if (SEVERAL.has(field) || values.length < 2) return false;
  if (field !== "birth") return true;
  // A year alone does not contradict a day within it.
  return values.some((a) => values.some((b) => a.birth && b.birth && a.birth.high < b.birth.low));
}
