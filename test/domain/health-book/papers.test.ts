import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { readPapers } from "#app/domain/health-book/papers/read-papers.ts";
import { paperKind, reexaminationOn, referralOn } from "#app/domain/health-book/papers/rules.ts";
import { readSection } from "#app/domain/health-book/read-section.ts";
import type { DocumentView } from "#app/domain/health-book/view.ts";
import { newId } from "#app/shared/ids.ts";
import { bundleOf, type Json, patientOf, recordStore, someNumber } from "#test/support/record-store.ts";
import { insertEvent, seedEntry, seenUnder } from "#test/support/seed-record.ts";

describe("how long a paper is good", () => {
  test.each([
    ["on the day it is signed", "2026-11-20", "2026-11-20", "good", "2026-12-04"],
    ["on the tenth working day", "2026-11-20", "2026-12-04", "good", "2026-12-04"],
    ["on the day after", "2026-11-20", "2026-12-05", "if-listed", "2027-11-20"],
    ["over Tết, whose days do not count", "2026-02-12", "2026-03-04", "good", "2026-03-05"],
    ["a year later", "2026-11-20", "2027-11-21", undefined, undefined],
  ])("a referral %s", (_when, issued, today, is, until) => {
    const validity = referralOn(today, issued);
    expect([validity?.is, validity && "until" in validity ? validity.until : undefined]).toEqual([is, until]);
  });

  test.each([
    ["ahead", "2026-12-01", "2026-11-20"],
    ["today", "2026-11-20", "2026-11-20"],
    ["passed", "2026-11-01", "2026-11-20"],
    [undefined, "2026-10-01", "2026-11-20"],
  ])("a slip for coming back is %s", (is, day, today) => expect(reexaminationOn(today, day, undefined)?.is).toBe(is));

  test("what tells no day is not said to be good", () => {
    expect(referralOn("2026-11-20", undefined)).toBeUndefined();
    expect(reexaminationOn("2026-11-20", undefined, "2026-11-01")?.is).toBe("no-day");
    expect(reexaminationOn("2026-11-20", undefined, "2026-01-01")).toBeUndefined();
  });

  test.each([
    ["Phiếu chuyển cơ sở khám bệnh, chữa bệnh", "referral"],
    ["GIẤY CHUYỂN TUYẾN", "referral"],
    ["Phiếu hẹn khám lại", "re-examination"],
    ["Giấy ra viện", undefined],
    ["Đơn xin chuyển tuyến", undefined],
  ])("%s is known by its name", (title, kind) => expect(paperKind({ title, codes: [] })).toBe(kind));
});

const store = await recordStore();
const number = someNumber();
const own = (personId: string) =>
  store.reader({ kind: "citizen", personId, assuranceLevel: 3, authenticatedAt: new Date() } as const);
const paper = (id: string, more: Json): Json => ({
  resourceType: "DocumentReference",
  id,
  status: "current",
  type: { text: id },
  subject: { reference: "Patient/p" },
  date: new Date().toISOString(),
  content: [{ attachment: { contentType: "text/plain", data: Buffer.from("Nội dung").toString("base64") } }],
  ...more,
});
const attached = (contentType: string, text: string): Json => ({
  content: [{ attachment: { contentType, data: Buffer.from(text).toString("base64") } }],
});

describe("what is told of a paper's signature", async () => {
  const papers = [
    paper("Giấy chuyển tuyến", {}),
    paper("a-told", {}),
    paper("b-provenance", {}),
    paper("c-file", attached("application/pkcs7-signature", "x")),
    paper("d-xml", attached("application/xml", '<a><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></a>')),
    paper("e-pdf", attached("application/pdf", "%PDF-1.7 /ByteRange [0 1 2 3]")),
    paper("f-vouched", { authenticator: { display: "BS. A" } }),
    paper("g-draft", { docStatus: "preliminary" }),
    paper("h-plain-pdf", attached("application/pdf", "%PDF-1.7")),
  ].map((one, at) => ({ ...one, id: `paper-${at}` }));
  const provenance = {
    resourceType: "Provenance",
    id: "signed",
    target: [{ reference: "DocumentReference/paper-2" }],
    recorded: new Date().toISOString(),
    agent: [{ who: { display: "Bệnh viện" } }],
    signature: [{ type: [{ code: "1.2.840.10065.1.12.1.1" }], when: new Date().toISOString(), who: { display: "A" } }],
  };
  const patient = patientOf("p", number, { name: [{ text: "Trần Thị Thử" }], birthDate: "1990-01-01" });
  await store.send(bundleOf("transaction", [patient, ...papers, provenance]));
  const personId = await store.personOfPatient("p");
  const reader = own(personId);

  test("is said for each paper of the section, and never that it was checked", async () => {
    const { items } = await readSection(reader, { section: "documents", page: 1, showHidden: false });
    const told = Object.fromEntries((items as DocumentView[]).map(({ title, signature }) => [title, signature]));
    expect(told).toEqual({
      "Giấy chuyển tuyến": "unknown",
      "a-told": "unknown",
      "b-provenance": "sent",
      "c-file": "sent",
      "d-xml": "sent",
      "e-pdf": "sent",
      "f-vouched": "said",
      "g-draft": "draft",
      "h-plain-pdf": "unknown",
    });
  });

  test("stands on the page for a visit with the referral that is good, for the person alone", async () => {
    const view = await readPapers(own(personId), { mayAsk: false });
    expect(view.papers.map(({ kind, signature, validity }) => [kind, signature, validity.is])).toEqual([
      ["referral", "unknown", "good"],
    ]);
    expect(view.cards.map(({ kind, number }) => [kind, number])).toEqual([["personal-number", [number]]]);
    expect(view.closed).toBe("no-gateway");
    const stranger = await store.personOf(someNumber());
    const represented = {
      personId,
      scope: "pharmacy",
      legalKind: "helper",
      endsAt: new Date(Date.now() + 1e6),
    } as const;
    const proxy = {
      kind: "proxy",
      personId: stranger,
      assuranceLevel: 3,
      authenticatedAt: new Date(),
      represented,
    } as const;
    await expect(readPapers(store.reader(proxy), { mayAsk: true })).rejects.toMatchObject({ code: "proxy-scope" });
    expect((await readPapers(own(stranger), { mayAsk: true })).papers).toEqual([]);
  });
});

test("a card that came before belongs to who the person is once the schema is current", async () => {
  const personId = await store.personOf(someNumber());
  const caseId = await seedEntry(store.superuser, personId, store.facilityId, "money");
  await store.superuser`update entries set resource_type = 'Coverage' where case_id = ${caseId}`;
  await seedEntry(store.superuser, personId, store.facilityId, "money");
  const file = "db/migrations/0026_cards_are_checked.sql";
  const moves = fs.readFileSync(file, "utf8").split("--> statement-breakpoint").slice(-3);
  await store.db.raw("owner").begin(async (tx) => {
    for (const statement of moves) await tx.unsafe(statement);
  });
  expect(
    await store.superuser`select resource_type as type, section from entries where person_id = ${personId} order by 1`,
  ).toMatchObject([
    { type: "Coverage", section: "identity" },
    { type: "Observation", section: "money" },
  ]);
});

describe("the guard of checks and counts", async () => {
  const portal = store.db.raw("portal");
  const [owner, other] = [await store.personOf(someNumber()), await store.personOf(someNumber())];
  const facility = newId();
  const insertCheck = (event: string, personId: string) =>
    portal.begin(async (tx) => {
      await tx`select set_config('app.access_event', ${event}, true)`;
      await tx`insert into insurance_checks (person_id, identifier_id, asked_at) values (${personId}, ${newId()}, now())`;
    });
  const event = (action: string, sections: string[]) => async () => {
    const id = await insertEvent(portal, { personId: owner, sections });
    if (action === "change")
      await store.superuser.begin(async (tx) => {
        await tx`alter table access_events disable trigger user`;
        await tx`update access_events set action = 'change' where id = ${id}`;
        await tx`alter table access_events enable trigger user`;
      });
    return id;
  };

  test("an answer is written under the person's own event that is there to change, and read where identity is open", async () => {
    await insertCheck(await event("change", ["identity"])(), owner);
    expect(await seenUnder(portal, await event("read", ["identity"])(), "insurance_checks")).toBe(1);
    for (const sections of [["results"], ["documents", "money"]])
      expect(await seenUnder(portal, await event("read", sections)(), "insurance_checks")).toBe(0);
    const strangers = await insertEvent(portal, { personId: other, sections: ["identity"] });
    expect(await seenUnder(portal, strangers, "insurance_checks")).toBe(0);
    expect(await seenUnder(portal, undefined, "insurance_checks")).toBe(0);
  });

  test("not for somebody else, not to look alone, not by another role", async () => {
    await expect(insertCheck(await event("change", ["identity"])(), other)).rejects.toThrow(/row-level security/);
    await expect(insertCheck(await event("read", ["identity"])(), owner)).rejects.toThrow(/row-level security/);
    for (const role of ["feed", "worker", "seal"] as const)
      await expect(store.db.raw(role)`select from insurance_checks`).rejects.toThrow(/permission denied/);
  });

  test("counts are seen by operators alone, and by nobody whose they are", async () => {
    const who = Buffer.from("00", "hex");
    const count = (settings: Record<string, string>, work: string) =>
      portal.begin(async (tx) => {
        for (const [name, value] of Object.entries(settings)) await tx`select set_config(${name}, ${value}, true)`;
        return work === "insert"
          ? tx`insert into paper_demands (facility_id, day, who) values (${facility}, current_date, ${who})`
          : tx.unsafe(work);
      });
    await expect(count({}, "insert")).rejects.toThrow(/row-level security/);
    await expect(count({ "app.facility": newId() }, "insert")).rejects.toThrow(/row-level security/);
    await count({ "app.facility": facility }, "insert");
    const n = "select count(*)::int as n from paper_demands";
    expect(await count({ "app.facility": facility }, n)).toMatchObject([{ n: 0 }]);
    expect(await count({ "app.duty": "operator" }, n)).toMatchObject([{ n: 1 }]);
    await expect(count({ "app.duty": "operator" }, "select who from paper_demands")).rejects.toThrow(
      /permission denied/,
    );
    await expect(count({ "app.duty": "operator" }, "delete from paper_demands")).rejects.toThrow(/permission denied/);
  });
});
