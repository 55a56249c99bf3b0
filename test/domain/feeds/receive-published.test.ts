import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type BookSection, bookSections, sectionOf } from "#app/domain/access/data-types.ts";
import type { MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import { listSources } from "#app/domain/health-book/list-sources.ts";
import { readBook } from "#app/domain/health-book/read-book.ts";
import { readResult } from "#app/domain/health-book/read-result.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import { readVisit } from "#app/domain/health-book/read-visit.ts";
import type { ItemView } from "#app/domain/health-book/view.ts";
import { entryIdOf, isId } from "#app/shared/ids.ts";
import { issuesOf, type Json, recordStore, someNumber } from "#test/support/record-store.ts";
import { testdataFiles, withPersonalNumber } from "#test/support/testdata.ts";
import { describeWithTestdata } from "#test/support/with-testdata.ts";

const store = await recordStore();
const nameOf = (file: string) => path.basename(file, ".json").split("_").slice(0, 2).join(" ");
const isShown = (type: string): boolean => (bookSections as readonly string[]).includes(sectionOf(type));
const resourcesOf = (file: string): Json[] => {
  const body = JSON.parse(fs.readFileSync(file, "utf8"));
  return body.resourceType === "Bundle" ? body.entry.map((e: { resource: Json }) => e.resource) : [body];
};

/** Everything of a section, page by page, as its person reads it. */
async function everythingOf(personId: string, section: BookSection) {
  const items: ItemView[] = [];
  const statements: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const view = await readSection(store.citizen(personId), { section, page, showHidden: false });
    expect([view.page, view.items.length <= 20]).toEqual([page, true]);
    items.push(...view.items);
    if (page === 1) statements.push(...view.statements.map((s) => s.says));
    pages = view.pages;
  }
  return { items, statements };
}

const countBy = (types: string[]) =>
  Object.fromEntries([...new Set(types)].sort().map((t) => [t, types.filter((x) => x === t).length]));

/** What stands in the book, by the FHIR type it came as. */
async function inTheBook(personId: string) {
  const [types, ids] = [[] as string[], new Set<string>()];
  const rows = await store.superuser<
    { id: string; type: string }[]
  >`select entry_id as id, resource_type as type from entries where person_id = ${personId} and current`;
  const typeOf = new Map(rows.map((r) => [r.id, r.type]));
  const statements: string[] = [];
  for (const section of bookSections) {
    const found = await everythingOf(personId, section);
    statements.push(...found.statements);
    for (const item of found.items) {
      expect(ids.has(item.id), "nothing stands twice").toBe(false);
      ids.add(item.id);
      types.push(typeOf.get(item.id) ?? "?");
    }
  }
  return { counts: countBy(types), ids, statements };
}

interface Taken {
  bytes: Uint8Array;
  answer: MessageAnswer;
  facilityId: string;
  personId: string;
}
let facilities = 0;
async function take(file: string): Promise<Taken> {
  const facilityId = await store.addFacility(`9800${facilities++}`);
  const number = someNumber();
  const bytes = withPersonalNumber(file, number);
  const answer = await store.send(bytes, { facilityId });
  return { bytes, answer, facilityId, personId: await store.personOf(number) };
}

describeWithTestdata("published data", () => {
  describe.each(
    testdataFiles("synthea-r4")
      .filter((f) => !f.includes("practitioner"))
      .map((f) => [nameOf(f), f]),
  )("Synthea: %s", (_name, file) => {
    let taken: Taken;
    beforeAll(async () => {
      taken = await take(file);
    });

    test("is accepted whole, entry by entry", () => {
      const { answer } = taken;
      const { entry } = answer.body as { entry: { response: { status: string; location: string } }[] };
      expect([answer.state, answer.status, answer.counts.rejected]).toEqual(["accepted", 200, 0]);
      expect(entry.map((e) => e.response.status)).toEqual(resourcesOf(file).map(() => "201 Created"));
      expect(entry.map((e) => e.response.location.split("/_history/")[0])).toEqual(
        resourcesOf(file).map((r) => `${r.resourceType}/${r.id}`),
      );
    });

    test("no resource of a type we show is lost between Bundle and book", async () => {
      const shown = resourcesOf(file).filter((r) => isShown(String(r.resourceType)));
      const { counts, ids } = await inTheBook(taken.personId);
      expect(counts).toEqual(countBy(shown.map((r) => String(r.resourceType))));
      expect(ids).toEqual(new Set(shown.map((r) => entryIdOf(taken.facilityId, String(r.resourceType), String(r.id)))));
    });

    test("each report opens with all of its members, and each visit with all that is of it", async () => {
      const resources = resourcesOf(file);
      const nameByUrn = new Map(
        (JSON.parse(fs.readFileSync(file, "utf8")).entry as { fullUrl: string; resource: Json }[]).map((e) => [
          e.fullUrl,
          e.resource,
        ]),
      );
      const idOf = (r: Json) => entryIdOf(taken.facilityId, String(r.resourceType), String(r.id));
      for (const report of resources.filter((r) => r.resourceType === "DiagnosticReport").slice(0, 25)) {
        const { members } = await readResult(store.citizen(taken.personId), { id: idOf(report), showHidden: false });
        const wanted = (report.result as { reference: string }[]).map((r) => idOf(nameByUrn.get(r.reference) ?? {}));
        expect(members.map((m) => m.id)).toEqual(wanted);
      }
      for (const visit of resources.filter((r) => r.resourceType === "Encounter").slice(0, 25)) {
        const { sections } = await readVisit(store.citizen(taken.personId), { id: idOf(visit), showHidden: false });
        const urn = [...nameByUrn].find(([, r]) => r === visit || r.id === visit.id)?.[0];
        const wanted = resources.filter(
          (r) =>
            (r.encounter as { reference?: string } | undefined)?.reference === urn && isShown(String(r.resourceType)),
        );
        const found = new Set(sections.flatMap((s) => s.items.map((i) => i.id)));
        for (const r of wanted) expect(found.has(idOf(r)), `${r.resourceType}/${r.id}`).toBe(true);
      }
    });

    test("totals, sources and what is kept unshown add up to the Bundle", async () => {
      const resources = resourcesOf(file);
      const { totals } = await readBook(store.citizen(taken.personId), { showHidden: false });
      const { sources } = await listSources(store.citizen(taken.personId));
      const shown = resources.filter((r) => isShown(String(r.resourceType)));
      expect(Object.values(totals).reduce((a, b) => a + b, 0)).toBe(shown.length);
      const staff = resources.filter((r) =>
        ["Practitioner", "Organization", "Location"].includes(String(r.resourceType)),
      );
      expect(sources).toMatchObject([
        { messages: 1, withdrawn: 0, notShown: resources.length - shown.length - staff.length },
      ]);
    });

    test("the same bytes again are answered as before and change nothing", async () => {
      const { bytes, answer, facilityId } = taken;
      const before = await store.rowCounts();
      const again = await store.send(bytes, { facilityId });
      expect(again).toEqual({ ...answer, replay: true });
      expect(await store.rowCounts()).toEqual(before);
    });

    test("the same chart under another personal number waits for an operator", async () => {
      const before = await store.rowCounts();
      const other = await store.send(withPersonalNumber(file, someNumber()), { facilityId: taken.facilityId });
      expect([other.state, other.reason]).toEqual(["quarantined", "personal-number-contradicts"]);
      const { messages, message_bodies, quarantine_items, ...rest } = await store.rowCounts();
      expect(before).toMatchObject(rest);
      expect(quarantine_items).toBe((before.quarantine_items ?? 0) + 1);
    });
  });

  describe.each([...testdataFiles("ips-2.0.1"), ...testdataFiles("ips-1.x")].map((f) => [path.basename(f), f]))(
    "IPS: %s",
    (_name, file) => {
      let taken: Taken;
      beforeAll(async () => {
        taken = await take(file);
      });

      test("is accepted whole", () => {
        expect([taken.answer.state, issuesOf(taken.answer)]).toEqual(["accepted", []]);
        expect(taken.answer.counts.rejected).toBe(0);
      });

      test("no resource of a type we show is lost; those that say there is none are said", async () => {
        const shown = resourcesOf(file).filter((r) => isShown(String(r.resourceType)));
        const none = shown.filter((r) => /no-known|no-.*-info|716186003|160245001/.test(JSON.stringify(r.code ?? {})));
        const { counts, statements } = await inTheBook(taken.personId);
        expect(counts).toEqual(countBy(shown.filter((r) => !none.includes(r)).map((r) => String(r.resourceType))));
        const emptied = resourcesOf(file).flatMap((r) => ((r.section ?? []) as Json[]).filter((s) => s.emptyReason));
        expect(statements).toHaveLength(none.length + emptied.length);
      });
    },
  );

  test("every official example of a type we show is accepted, bound, and stands in the book", {
    timeout: 60_000,
  }, async () => {
    const personId = await store.personOf(someNumber());
    const facilityId = await store.addFacility("98100");
    const files = testdataFiles("hl7-r4-examples").filter((f) =>
      resourcesOf(f).some((r) => isShown(String(r.resourceType))),
    );
    expect(files.length).toBeGreaterThan(150);
    for (const file of files) {
      const answer = await store.send(fs.readFileSync(file), {
        facilityId,
        boundTo: personId,
        allowSingle: true,
        channel: "command",
      });
      expect([path.basename(file), answer.state, issuesOf(answer)]).toEqual([path.basename(file), "accepted", []]);
    }
    const resources = files.flatMap(resourcesOf);
    const none = resources.filter(
      (r) => r.resourceType === "AllergyIntolerance" && /716186003|409137002|716184000/.test(JSON.stringify(r.code)),
    );
    const { counts, statements } = await inTheBook(personId);
    expect(counts).toEqual(countBy(resources.filter((r) => !none.includes(r)).map((r) => String(r.resourceType))));
    expect([none.length, statements.length]).toEqual([3, 3]);
    await readBook(store.citizen(personId), { showHidden: false });
    const visits = await everythingOf(personId, "visits");
    for (const visit of visits.items)
      expect((await readVisit(store.citizen(personId), { id: visit.id, showHidden: false })).visit.id).toBe(visit.id);
    const results = await everythingOf(personId, "results");
    for (const result of results.items)
      expect((await readResult(store.citizen(personId), { id: result.id, showHidden: false })).result.id).toBe(
        result.id,
      );
  });

  test("every other official example and the consent examples are kept or refused, and none breaks a page", {
    timeout: 60_000,
  }, async () => {
    const personId = await store.personOf(someNumber());
    const facilityId = await store.addFacility("98101");
    const files = [...testdataFiles("hl7-r4-examples"), ...testdataFiles("ihe-pcf-consent")].filter(
      (f) => !resourcesOf(f).some((r) => isShown(String(r.resourceType))),
    );
    for (const file of files) {
      const answer = await store.send(fs.readFileSync(file), {
        facilityId,
        boundTo: personId,
        allowSingle: true,
        channel: "command",
      });
      expect([path.basename(file), answer.state]).toEqual([path.basename(file), "accepted"]);
    }
    const { counts } = await inTheBook(personId);
    expect(counts).toEqual({});
  });

  test.each([
    ["staff without a Patient", "synthea-r4", /^practitionerInformation/, "no-patient", /no Patient/],
    ["a Bundle of STU3", "ips-stu3", /./, "fhir-stu3", /STU3.*Send FHIR R4/],
  ])("%s is refused, says why, and leaves nothing but the reject", async (_name, folder, pattern, code, why) => {
    const file = testdataFiles(folder).find((f) => pattern.test(path.basename(f))) ?? "";
    const personId = await store.personOf(someNumber());
    const before = await store.rowCounts();
    for (const boundTo of [undefined, personId]) {
      const answer = await store.send(fs.readFileSync(file), { boundTo, channel: "command", allowSingle: true });
      expect([answer.state, answer.status]).toEqual(["rejected", 422]);
      expect(issuesOf(answer).map((i) => i.split(" ")[0])).toEqual([code]);
      expect(answer.body).toMatchObject({
        resourceType: "OperationOutcome",
        issue: [{ severity: "error", diagnostics: expect.stringMatching(why) }],
      });
      expect(isId(answer.messageId)).toBe(true);
    }
    expect(await store.rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 2 });
  });
});
