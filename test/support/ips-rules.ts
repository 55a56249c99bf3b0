import { type OperationOutcomeError, validateResource } from "@medplum/core";
import type { Bundle, Composition, Resource } from "@medplum/fhirtypes";
import { XMLValidator } from "fast-xml-parser";

const REQUIRED = ["11450-4", "48765-2", "10160-0"];

/** What a validator nobody here wrote finds wrong with the whole document and each resource of it. */
export function faultsOf(bundle: Bundle): string[] {
  return [bundle, ...(bundle.entry ?? []).map((e) => e.resource as Resource)].flatMap((resource) => {
    try {
      validateResource(resource);
      return [];
    } catch (error) {
      return ((error as OperationOutcomeError).outcome.issue ?? []).map(
        (i) => `${resource.resourceType}: ${i.details?.text} ${i.expression}`,
      );
    }
  });
}

/** Which rules of the IPS 2.0.1 and of FHIR documents a Bundle breaks (Bundle-uv-ips, Composition-uv-ips, Patient-uv-ips). */
export function brokenRules(bundle: Bundle): string[] {
  const entries = bundle.entry ?? [];
  const composition = entries[0]?.resource as Composition;
  const urls = entries.map((e) => e.fullUrl ?? "");
  const text = JSON.stringify(bundle);
  const references = [...text.matchAll(/"reference":"([^"]+)"/g)].map((m) => m[1] ?? "");
  const patients = entries.flatMap((e) => (e.resource?.resourceType === "Patient" ? [e.resource] : []));
  const sections = composition.section ?? [];
  const codes = sections.map((s) => s.code?.coding?.[0]?.code ?? "");
  const said: [string, boolean][] = [
    ["document", bundle.type === "document" && Boolean(bundle.identifier?.value && bundle.timestamp)],
    ["one Composition, first", entries.filter((e) => e.resource?.resourceType === "Composition").length === 1],
    ["60591-5", composition.type.coding?.[0]?.code === "60591-5"],
    ["fullUrl", urls.every((url) => /^urn:uuid:[0-9a-f-]{36}$/.test(url)) && new Set(urls).size === urls.length],
    ["ids as in fullUrl", entries.every((e) => e.fullUrl === `urn:uuid:${e.resource?.id}`)],
    ["no request", !entries.some((e) => e.request || e.response || e.search)],
    ["one Patient", patients.length === 1 && composition.subject?.reference === `urn:uuid:${patients[0]?.id}`],
    ["ips-pat-1", Boolean(patients[0]?.name?.[0])],
    ["birthDate", text.includes('"birthDate"') || text.includes('"_birthDate"')],
    ["author inside", composition.author.every((a) => urls.includes(a.reference ?? ""))],
    ["required sections", REQUIRED.every((code) => codes.includes(code))],
    ["each section once", new Set(codes).size === codes.length],
    ["ips-comp-1", sections.every((s) => Boolean(s.entry?.length) !== Boolean(s.emptyReason))],
    ["section.text", sections.every((s) => /<(p|li)>[^<]/.test(s.text?.div ?? ""))],
    ["narratives are XHTML", sections.every((s) => XMLValidator.validate(s.text?.div ?? "") === true)],
    ["narratives are text alone", sections.every((s) => !/href|<script|style=|onclick|<svg/i.test(s.text?.div ?? ""))],
    ["no reference leads out", references.every((one) => one.startsWith("#") || urls.includes(one))],
    ["no token is left", !text.includes("{{")],
  ];
  return said.flatMap(([rule, kept]) => (kept ? [] : [rule]));
}
