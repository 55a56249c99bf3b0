import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFhirJson, stringifyFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import { referencesIn } from "#app/adapters/record-store/fhir-r4/references.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { bookSections, sectionOf } from "#app/domain/access/data-types.ts";
import { contradiction } from "#app/domain/persons/rules.ts";
import { scoped } from "#app/domain/persons/scoped-identifier.ts";
import { calendar } from "./province/fhir/calendar.ts";
import { danglingIn, nameOf, newestVersions, problemsOf, resourcesOf } from "./province/fhir/checks.ts";
import { bundleText } from "./province/fhir/decimal.ts";
import { lastDay } from "./province/fhir/prescription.ts";
import type { FhirResource } from "./province/fhir/types.ts";
import { persona, personas } from "./province/personas.ts";
import { hiddenCases, labelledCases, proxies, quarantineMessages, storyMessages } from "./province/stories/index.ts";

const today = new Date("2026-11-22T09:00:00+07:00");
const messages = storyMessages(today);

/** Entries per section of each book, every version of an entry counted once; nobody else has any. */
const promised = {
  lan: "allergies 4, medicines 49, conditions 9, results 152, visits 21, vaccinations 3, procedures 3, documents 3, next-steps 7",
  hung: "allergies 1, medicines 1, conditions 1, results 1, visits 2, vaccinations 1",
  ha: "medicines 2, conditions 3, results 3, visits 3, vaccinations 1, procedures 1, documents 1",
  bao: "allergies 1, medicines 4, conditions 2, results 33, visits 15, vaccinations 18, next-steps 2",
  quan: "allergies 1, medicines 6, conditions 3, results 25, visits 5, vaccinations 1, documents 1, next-steps 2",
  mai: "medicines 4, conditions 3, results 39, visits 7, vaccinations 2, documents 1, next-steps 4",
  thanh: "medicines 8, conditions 5, results 6, visits 4, procedures 2",
  claire: "allergies 1, medicines 3, conditions 2, results 8, visits 2",
  hoa: "results 2, visits 1",
  vinh: "visits 1, vaccinations 1",
  trang: "visits 1, vaccinations 1",
  "duc-anh": "conditions 1, results 6, visits 1",
};

const newest = (personaKey: string) => newestVersions(messages.filter((m) => m.personaKey === personaKey));

describe("the province's stories", () => {
  it("pass the portal's door without an error or a warning", () => {
    expect(messages.flatMap((m) => problemsOf(m.bundle))).toEqual([]);
  });

  it("are about one person each, and refer to nothing outside the Bundle", () => {
    for (const { bundle, personaKey } of messages) {
      expect(danglingIn(bundle)).toEqual([]);
      const patients = resourcesOf(bundle).filter((r) => r.resourceType === "Patient");
      expect(patients).toHaveLength(1);
      const { personalNumber, passport, name } = persona(personaKey);
      const said = readPatient(patients[0] as unknown as Patient);
      expect(said.names).toEqual([name]);
      expect(said.identifiers[0]?.value).toBe(personalNumber ?? passport);
    }
  });

  it("give every resource one id, under which one facility writes about one person", () => {
    const owners = new Map<string, string>();
    for (const { bundle, facilityKey, personaKey } of messages) {
      expect(new Set(bundle.entry.map((e) => e.fullUrl)).size).toBe(bundle.entry.length);
      for (const { resource, request } of bundle.entry) {
        expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
        expect(request.url).toBe(nameOf(resource));
        const shared = ["Organization", "Practitioner", "Location"].includes(resource.resourceType);
        const owner = shared ? facilityKey : `${facilityKey} ${personaKey}`;
        expect(owners.get(nameOf(resource)) ?? owner).toBe(owner);
        owners.set(nameOf(resource), owner);
      }
    }
  });

  it("never send other content under the same version, an older version, or anything from the future", () => {
    const versions = new Map<string, string>();
    const newestSent = new Map<string, number>();
    let before = 0;
    for (const { bundle } of messages) {
      const at = Date.parse(bundle.timestamp);
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThan(today.getTime());
      before = at;
      for (const r of resourcesOf(bundle)) {
        expect(Date.parse(r.meta.lastUpdated)).toBeLessThanOrEqual(at);
        const key = `${nameOf(r)} v${r.meta.versionId}`;
        const text = stringifyFhirJson(r);
        expect(versions.get(key) ?? text).toBe(text);
        versions.set(key, text);
        expect(Number(r.meta.versionId)).toBeGreaterThanOrEqual(newestSent.get(nameOf(r)) ?? 1);
        newestSent.set(nameOf(r), Number(r.meta.versionId));
      }
    }
  });

  it("are the same for the same day, and keep their ids on every other", () => {
    expect(storyMessages(new Date("2026-11-22T23:59:00+07:00")).map((m) => bundleText(m.bundle))).toEqual(
      messages.map((m) => bundleText(m.bundle)),
    );
    const ids = (day: Date) => new Set(storyMessages(day).flatMap((m) => resourcesOf(m.bundle).map(nameOf)));
    expect(ids(new Date("2028-02-29T12:00:00Z"))).toEqual(ids(today));
  });

  it("keep the digits the laboratory wrote", () => {
    const texts = messages.map((m) => bundleText(m.bundle)).filter((text) => text.includes("nt-12-hba1c"));
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toContain('"value": 7.20,');
      expect(stringifyFhirJson(parseFhirJson(text))).toContain('"value":7.20,');
    }
  });

  it("hold what each person's story promises, and nothing for the others", () => {
    const countOf = (key: string) => {
      const found = newest(key).map((r) => sectionOf(r.resourceType));
      const counts = bookSections.map((s) => [s, found.filter((f) => f === s).length] as const);
      return counts.flatMap(([s, n]) => (n > 0 ? [`${s} ${n}`] : [])).join(", ");
    };
    const counted = Object.fromEntries(personas.map(({ key }) => [key, countOf(key)]).filter(([, text]) => text));
    expect(counted).toEqual(promised);
  });

  it("call a medicine active while there is some left to take, and not a day longer", () => {
    const now = calendar(today).day(0);
    const lines = personas.flatMap(({ key }) => newest(key)).filter((r) => r.resourceType === "MedicationRequest");
    for (const l of lines)
      if (l.status !== "stopped") expect([l.id, l.status === "active"]).toEqual([l.id, lastDay(l) >= now]);
    expect(lines.filter((l) => l.status === "stopped")).toHaveLength(1);
    expect(lines.filter((l) => l.status === "active").length).toBeGreaterThan(6);
  });

  it("hold a corrected result and one that was entered in error", () => {
    const status = (r: FhirResource) =>
      r.status ?? (r.verificationStatus as { coding: { code: string }[] } | undefined)?.coding[0]?.code;
    const changed = newest("lan").filter((r) => ["corrected", "entered-in-error"].includes(String(status(r))));
    expect(changed.map((r) => [r.id, status(r), r.meta.versionId])).toEqual([
      ["99001-lan-nv-viem-phoi-di-ung-aspirin", "entered-in-error", "2"],
      ["99001-lan-nt-12-creatinin", "corrected", "2"],
      ["99001-lan-nt-12-sinh-hoa", "corrected", "2"],
    ]);
  });

  it("let every entry of a labelled or hidden visit name that visit", () => {
    for (const { personaKey, facilityKey, encounterId } of [...labelledCases, ...hiddenCases]) {
      const inCase = messages.filter((m) =>
        resourcesOf(m.bundle).some((r) => nameOf(r) === `Encounter/${encounterId}`),
      );
      expect(inCase.map((m) => [m.personaKey, m.facilityKey])).toContainEqual([personaKey, facilityKey]);
      for (const r of newest(personaKey).filter((found) => found.id.startsWith(`${encounterId}-`))) {
        const visits = [...referencesIn(r)].map((found) => found.reference);
        const encounter = inCase.flatMap((m) => m.bundle.entry).find((e) => e.resource.id === encounterId);
        expect([r.id, visits.includes(encounter?.fullUrl ?? "")]).toEqual([r.id, true]);
      }
    }
    expect(proxies.map((p) => persona(p.person).key + persona(p.helper).key)).toEqual(["lanhung", "baoha"]);
  });

  it("name nobody outside the Patient", () => {
    for (const { bundle, personaKey } of messages) {
      const rest = resourcesOf(bundle).filter((r) => r.resourceType !== "Patient");
      const papers = rest.flatMap((r) => (r.content as { attachment: { data: string } }[] | undefined) ?? []);
      const text = [
        JSON.stringify(rest),
        ...papers.map((p) => Buffer.from(p.attachment.data, "base64").toString()),
      ].join();
      expect(text).not.toContain(persona(personaKey).name);
      expect(text).not.toContain(persona(personaKey).personalNumber ?? persona(personaKey).passport);
    }
  });

  it("hold on every day of the calendar, leap days and month ends included", { timeout: 60_000 }, () => {
    const days = fc.date({ min: new Date("2026-11-01"), max: new Date("2036-12-31"), noInvalidDate: true });
    const ends = ["2028-02-29T16:59:00Z", "2028-02-29T17:00:00Z", "2027-01-31T00:00:00Z", "2027-03-01T00:00:00Z"];
    fc.assert(
      fc.property(days, (day) => {
        for (const { bundle } of storyMessages(day)) {
          expect(problemsOf(bundle)).toEqual([]);
          expect(danglingIn(bundle)).toEqual([]);
          expect(Date.parse(bundle.timestamp)).toBeLessThan(day.getTime());
        }
      }),
      { numRuns: 12, examples: ends.map((end): [Date] => [new Date(end)]) },
    );
  });
});

describe("the messages that must not reach a book", () => {
  const troubled = quarantineMessages(today).map((m) => {
    const patient = resourcesOf(m.bundle).find((r) => r.resourceType === "Patient");
    return { ...m, said: readPatient(patient as unknown as Patient), codes: problemsOf(m.bundle).map((i) => i.code) };
  });

  it("are nobody's, somebody else's, and on a day that never was", () => {
    const [stranger, other, never, newborn, lent] = troubled;
    expect(stranger).toMatchObject({ outcome: "quarantined", reason: "unknown-person", codes: [] });
    expect(stranger?.said.identifiers.map((i) => i.kind)).toEqual(["facility_patient_number"]);
    const { name, birthDate, personalNumber } = persona("hung");
    const known = { names: [name], birth: { low: birthDate, high: birthDate }, sex: "male" as const };
    expect(other?.said.identifiers[0]?.value).toBe(personalNumber);
    expect(other && contradiction(known, other.said)).toBe(other?.reason);
    expect(never).toMatchObject({ outcome: "rejected", codes: ["date"] });
    for (const child of [newborn, lent]) expect(child).toMatchObject({ outcome: "quarantined", codes: [] });
    expect(newborn?.said.identifiers.map((i) => i.kind)).toEqual(["facility_patient_number"]);
    expect(lent?.said.identifiers.map((i) => scoped(i, "here").kind)).toEqual([
      "temporary_card",
      "facility_patient_number",
    ]);
  });
});
