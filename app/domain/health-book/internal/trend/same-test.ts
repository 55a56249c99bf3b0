import type { Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { foldName } from "#app/shared/names.ts";
import { readTestName } from "../../glossary/test-name.ts";
import { conceptText } from "../concept.ts";
import { MA_CHI_SO } from "../facility-registers.ts";
import { specimenOf } from "../test-of.ts";

/** What tells whether two values are of one test: where from, by what codes and name, of what, and how. */
export interface Told {
  facilityId: string;
  codes: string[];
  name: string;
  specimen: string | undefined;
  method: string | undefined;
}

/** Codes of the national list have seven digits (Decision 1227/QĐ-BYT 2025); others are each hospital's own. */
const isOwnCode = (system: string | undefined, code: string): boolean =>
  !system || (system === MA_CHI_SO && !/^\d{7}$/.test(code));

export function toldBy(resource: Observation, facilityId: string): Told {
  const text = conceptText(resource.code) ?? "";
  const codings = resource.code?.coding ?? [];
  const specimen = specimenOf(resource).join(" ");
  return {
    facilityId,
    codes: codings.flatMap(({ system, code }) =>
      code ? [`${system ?? ""}|${code}${isOwnCode(system, code) ? `@${facilityId}` : ""}`] : [],
    ),
    name: text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim(),
    specimen:
      (specimen ? (readTestName(specimen).specimen ?? foldName(specimen)) : readTestName(text).specimen) || undefined,
    method: foldName(conceptText(resource.method) ?? "") || undefined,
  };
}

const systemsOf = ({ codes }: Told) => codes.map((code) => code.slice(0, code.indexOf("|")));

/** Are these one test? By a common code, or by the very same name and specimen where no codes contradict. */
export function isSameTest(a: Told, b: Told): boolean {
  if (a.codes.some((code) => b.codes.includes(code))) return true;
  if (systemsOf(a).some((system) => system !== "" && system !== MA_CHI_SO && systemsOf(b).includes(system)))
    return false;
  return a.name !== "" && a.name === b.name && a.specimen === b.specimen;
}

/** Why two values of one test stand apart all the same: what is told of both and differs. */
export function differs(a: Told, b: Told): "specimen" | "method" | undefined {
  if (a.specimen && b.specimen && a.specimen !== b.specimen) return "specimen";
  return a.method && b.method && a.method !== b.method ? "method" : undefined;
}
