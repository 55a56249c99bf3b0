import type { ElementRule } from "./definitions/read-types.ts";
import type { Place } from "./walk.ts";

interface Coding {
  system?: unknown;
  code?: unknown;
}

/**
 * A Coding or CodeableConcept whose codes FHIR fixes: one of them must be of the value set. A code without its
 * system is taken for the one it must be, with a warning: there is no other it could mean.
 */
export function checkCodes(value: Record<string, unknown>, { type, codes }: ElementRule, place: Place): void {
  if (!codes || (type !== "Coding" && type !== "CodeableConcept")) return;
  const said = (type === "Coding" ? [value] : Array.isArray(value.coding) ? value.coding : []) as (Coding | null)[];
  const codings = said.flatMap((c) => (typeof c?.code === "string" ? { system: c.system, code: c.code } : []));
  if (codings.some(({ system, code }) => codes.has(`${system}|${code}`))) return;
  if (codings.some(({ system, code }) => system === undefined && isAmong(codes, code)))
    place.say("warning", "code-invalid", "code-system-missing", "The code has no system; it is taken for FHIR's own.");
  else if (codings.length > 0)
    place.say(
      "error",
      "code-invalid",
      "code-unknown",
      "FHIR R4 fixes the codes of this element, and this is none of them.",
    );
  else
    place.say("warning", "code-invalid", "code-missing", "FHIR R4 fixes the codes of this element, and it has none.");
}

const isAmong = (codes: ReadonlySet<string>, code: string): boolean =>
  [...codes].some((known) => known.endsWith(`|${code}`));
