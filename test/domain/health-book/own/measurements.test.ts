import { describe, expect, test } from "vitest";
import type { Reader } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { exportRecord } from "#app/domain/health-book/export-record.ts";
import { changeMeasurement, withdrawMeasurement } from "#app/domain/health-book/own/change-measurement.ts";
import type { Measured } from "#app/domain/health-book/own/input.ts";
import { listMeasurements } from "#app/domain/health-book/own/list-measurements.ts";
import { readMeasurement } from "#app/domain/health-book/own/read-measurement.ts";
import { recordMeasurement } from "#app/domain/health-book/own/record-measurement.ts";
import { MOST_A_DAY } from "#app/domain/health-book/own/rules.ts";
import { searchBook } from "#app/domain/health-book/search-book.ts";
import { searchOf } from "#app/domain/health-book/search-input.ts";
import { ownInWords } from "#app/print/copy-words.ts";
import { newId } from "#app/shared/ids.ts";
import { chartOf } from "#test/support/chart.ts";
import { recordStore } from "#test/support/record-store.ts";
import { insertEvent, seenUnder } from "#test/support/seed-record.ts";

const store = await recordStore();
const { superuser } = store;
const portal = store.db.raw("portal");
const ago = (minutes: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - minutes * 60_000);
const pressure = (value = "135", second = "85", minutes = 30): Measured => ({
  kind: "blood-pressure",
  value,
  second,
  unit: "mmHg",
  situation: undefined,
  at: ago(minutes),
});
const weight = (value: string): Measured => ({ ...pressure(), kind: "weight", value, second: undefined, unit: "kg" });

async function person() {
  const chart = await chartOf(store);
  const { personId } = chart;
  const ctx = chart.ctx as Ctx<Reader>;
  const meant = (id = newId(), version?: number) => ({ id, bookId: personId, version });
  const rows = async () => (await superuser`select 1 from own_measurements where person_id = ${personId}`).length;
  return { ctx, personId, meant, rows };
}
const proxyOf = (personId: string, scope: "see" | "act", legalKind: "guardian" | "helper" = "guardian") =>
  store.reader<Reader>({
    kind: "proxy",
    personId: "0190b8a0-0000-7000-8000-000000000009",
    assuranceLevel: 2,
    authenticatedAt: new Date(),
    represented: { personId, scope, legalKind, endsAt: new Date(Date.now() + 1e7) },
  });

describe("writing down", () => {
  test("sent twice, and twice at once, is one row; the same form with other figures is refused", async () => {
    const { ctx, meant, rows } = await person();
    const form = meant();
    const at = pressure();
    const both = await Promise.all([recordMeasurement(ctx, form, at), recordMeasurement(ctx, form, at)]);
    expect(both.map((one) => "known" in one && one.known).sort()).toEqual([false, true]);
    expect(await recordMeasurement(ctx, form, at)).toMatchObject({ known: true });
    expect(await recordMeasurement(ctx, form, pressure("136"))).toEqual({ errors: { "": ["already-sent"] } });
    expect(await rows()).toBe(1);
    const { kinds } = await listMeasurements(ctx, { kind: undefined, page: 1 });
    expect(kinds).toMatchObject([
      { kind: "blood-pressure", total: 1, newest: [{ value: "135", second: "85", byHelper: false }] },
    ]);
  });

  test("is for the person, and for who acts with results open; to anybody else nothing is written", async () => {
    const { ctx, personId, meant, rows } = await person();
    expect(await recordMeasurement(proxyOf(personId, "act"), meant(), weight("56.50"))).toMatchObject({ known: false });
    await expect(recordMeasurement(proxyOf(personId, "see"), meant(), weight("56"))).rejects.toMatchObject({
      code: "proxy-scope",
    });
    await expect(recordMeasurement(proxyOf(personId, "act", "helper"), meant(), weight("56"))).rejects.toMatchObject({
      code: "proxy-scope",
    });
    const other = await person();
    expect(await recordMeasurement(other.ctx, meant(), weight("56"))).toEqual({ errors: { "": ["other-book"] } });
    expect(await rows()).toBe(1);
    const [row] = (await listMeasurements(ctx, { kind: undefined, page: 1 })).kinds;
    expect(row?.newest).toMatchObject([{ value: "56.50", byHelper: true }]);
    await expect(
      listMeasurements(proxyOf(personId, "see", "helper"), { kind: undefined, page: 1 }),
    ).rejects.toMatchObject({
      code: "proxy-scope",
    });
  });

  test("is refused before the person was born, and beyond what is taken in a day", async () => {
    const { ctx, personId, meant } = await person();
    const early = { ...weight("3"), at: new Date("1950-01-01T00:00:00Z") };
    expect(await recordMeasurement(ctx, meant(), early)).toEqual({ errors: { at: ["before-birth"] } });
    await superuser`
      insert into own_measurements (person_id, id, version, kind, measured_at, value, unit, recorded_by)
      select ${personId}, gen_random_uuid(), 1, 'pulse', now(), 70, 'lần/phút', ${personId} from generate_series(1, ${MOST_A_DAY - 1})`;
    const two = await Promise.all([
      recordMeasurement(ctx, meant(), weight("50")),
      recordMeasurement(ctx, meant(), weight("51")),
    ]);
    expect(two.filter((one) => "errors" in one)).toEqual([{ errors: { "": ["too-many-today"] } }]);
  });
});

describe("changing", () => {
  test("is a version; of two at once one holds, and the other is told", async () => {
    const { ctx, meant, rows } = await person();
    const { id } = meant();
    await recordMeasurement(ctx, meant(id), weight("56"));
    const both = await Promise.all([
      changeMeasurement(ctx, meant(id, 1), weight("57")),
      changeMeasurement(ctx, meant(id, 1), weight("58")),
    ]);
    expect(both.filter((one) => "errors" in one)).toEqual([{ errors: { "": ["changed-meanwhile"] } }]);
    const [held] = both.flatMap((one) => ("errors" in one ? [] : [one]));
    expect(held).toMatchObject({ known: false });
    const { versions } = await readMeasurement(ctx, id);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await changeMeasurement(ctx, meant(id, 1), weight(versions[0].value))).toMatchObject({ known: true });
    expect(await rows()).toBe(2);
  });

  test("taking back leaves a trace, twice is once, and nothing comes after", async () => {
    const { ctx, meant } = await person();
    const { id } = meant();
    await recordMeasurement(ctx, meant(id), weight("56"));
    expect(await withdrawMeasurement(ctx, meant(id, 1))).toMatchObject({ known: false });
    expect(await withdrawMeasurement(ctx, meant(id, 1))).toMatchObject({ known: true });
    expect(await changeMeasurement(ctx, meant(id, 2), weight("57"))).toEqual({ errors: { "": ["withdrawn-already"] } });
    expect((await listMeasurements(ctx, { kind: undefined, page: 1 })).kinds).toEqual([]);
    const { list } = await listMeasurements(ctx, { kind: "weight", page: 1 });
    expect(list?.items).toMatchObject([{ id, withdrawn: true, value: "56" }]);
    const other = await person();
    await expect(readMeasurement(other.ctx, id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(withdrawMeasurement(other.ctx, { id, bookId: other.personId, version: 2 })).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("apart from what hospitals sent", () => {
  test("stands in a copy with the patient as performer, and is found by its name", async () => {
    const { ctx, personId, meant } = await person();
    await recordMeasurement(ctx, meant(), pressure("141", "90"));
    await recordMeasurement(proxyOf(personId, "act"), meant(), weight("56.50"));
    const gone = meant();
    await recordMeasurement(ctx, gone, weight("99"));
    await withdrawMeasurement(ctx, { ...gone, version: 1 });
    const { parts } = await exportRecord(ctx, {
      base: "https://x.test/fhir",
      leftOut: "-",
      waits: () => "-",
      inWords: () => "-",
      own: ownInWords("vi"),
    });
    let text = "";
    for await (const part of parts) text += part;
    const { entry } = JSON.parse(text) as { entry: { resource: Record<string, unknown> }[] };
    const patient = entry.find(({ resource }) => resource.resourceType === "Patient")?.resource.id;
    const own = entry.flatMap(({ resource }) => (JSON.stringify(resource).includes("self-measured") ? [resource] : []));
    expect(own).toHaveLength(2);
    expect(own.find((one) => one.component)).toMatchObject({
      status: "final",
      performer: [{ reference: `Patient/${patient}` }],
      subject: { reference: `Patient/${patient}` },
      component: [{ valueQuantity: { value: 141 } }, { valueQuantity: { value: 90 } }],
    });
    expect(own.find((one) => !one.component)).toMatchObject({ performer: [{ type: "RelatedPerson" }] });
    expect(text).toContain('"value":56.50');
    const found = async (query: string) =>
      (
        await searchBook(ctx, {
          search: searchOf(new URLSearchParams(query), 1),
          showHidden: false,
          newSince: undefined,
        })
      ).own;
    expect((await found("q=huyet ap")).map((one) => one.value)).toEqual(["141"]);
    expect(await found("q=ban tu do")).toHaveLength(2);
    expect(await found("q=huyet ap&kind=medicines")).toEqual([]);
    expect(await found("q=huyet ap&year=1990")).toEqual([]);
  });
});

describe("in the database", () => {
  test("shows under an event with results alone, and takes rows only under one that is there to change", async () => {
    const { ctx, personId, meant } = await person();
    const form = meant();
    await recordMeasurement(ctx, form, weight("56"));
    const seen = (event?: string) => seenUnder(portal, event, "own_measurements");
    expect([await seen(), await seen(newId())]).toEqual([0, 0]);
    expect(await seen(await insertEvent(portal, { personId }))).toBe(1);
    expect(await seen(await insertEvent(portal, { personId, sections: ["medicines"] }))).toBe(0);
    const other = await person();
    expect(await seen(await insertEvent(portal, { personId: other.personId }))).toBe(0);

    const put = async (event: string, by: string) =>
      portal
        .begin(async (tx) => {
          await tx`select set_config('app.access_event', ${event}, true)`;
          await tx`insert into own_measurements (person_id, id, version, kind, measured_at, value, unit, recorded_by)
            values (${personId}, ${newId()}, 1, 'weight', now(), 5, 'kg', ${by})`;
          return "put";
        })
        .catch((error: { code?: string }) => error.code);
    const changing = async (more: { sections?: string[]; basis?: string; action?: string } = {}) => {
      const id = newId();
      await portal`
        insert into access_events (person_id, id, outcome, basis, purpose, action, sections, labels, opens_hidden, actor_kind, actor_person_id, subject)
        values (${personId}, ${id}, 'permit', ${more.basis ?? "self"}, 'PATRQT', ${more.action ?? "change"}, ${more.sections ?? ["results"]}, '{}', false, 'citizen', ${personId}, 'own-measurement')`;
      return id;
    };
    expect(await put(await changing(), personId)).toBe("put");
    expect(await put(await changing(), other.personId)).toBe("42501");
    expect(await put(await changing({ action: "read" }), personId)).toBe("42501");
    expect(await put(await changing({ sections: ["visits"] }), personId)).toBe("42501");
    expect(await put(await changing({ basis: "author" }), personId)).toBe("42501");
    for (const statement of ["update own_measurements set value = 1", "delete from own_measurements"])
      await expect(portal.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    for (const role of ["feed", "worker"] as const)
      await expect(store.db.raw(role)`select 1 from own_measurements`).rejects.toMatchObject({ code: "42501" });
  });
});
