import type { DiagnosticReport, Observation } from "#app/adapters/record-store/fhir-r4/resources/results.ts";
import { findTest } from "../glossary/find-test.ts";
import type { KnownTest } from "../glossary/known-test.ts";
import { conceptText } from "./concept.ts";
import { MA_CHI_SO } from "./facility-registers.ts";
import type { AnyResult } from "./map-result.ts";

/** The test of the glossary that a result is of, if it surely is one. `beside`: titles of the reports it stands in. */
export function testOf(resource: AnyResult, beside: string[] = []): KnownTest | undefined {
  if (resource.resourceType === "ImagingStudy" || resource.resourceType === "FamilyMemberHistory") return undefined;
  const { code } = resource;
  const codings = code?.coding ?? [];
  // The standard's own field for an abbreviation; other systems' codes are numbers of theirs.
  const abbreviations = codings.flatMap((one) => (one.system === MA_CHI_SO && one.code ? [one.code] : []));
  const names = [code?.text, ...codings.map((one) => one.display), ...abbreviations];
  return findTest({
    codings,
    names: [...new Set(names.flatMap((name) => name?.trim() || []))],
    beside: [...specimenOf(resource), ...beside],
    figure: resource.resourceType === "Observation" && resource.valueQuantity !== undefined,
  });
}

/** What the sender says was examined, in words. */
export function specimenOf(resource: Observation | DiagnosticReport): string[] {
  const { specimen } = resource as { specimen?: unknown };
  return [specimen ?? []].flat().flatMap((one: { display?: string; type?: Parameters<typeof conceptText>[0] }) => {
    const words = one.display?.trim() || conceptText(one.type);
    return words ? [words] : [];
  });
}
