import fs from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ItemView } from "#app/domain/health-book/view.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { I18nProvider, makeI18n } from "#app/i18n/t.tsx";
import { BookItem } from "#app/ui/health-book/book-item.tsx";
import { type Status, statuses, statusIn } from "#app/ui/help/statuses.ts";
import { StatusesPage } from "#app/ui/help/statuses-page.tsx";
import { type Topic, topics } from "#app/ui/help/topics.ts";
import { ValueWithRange } from "#app/ui/patterns/value-with-range.tsx";
import { tagsOf, wordsOf } from "./markup.ts";
import { now } from "./preview/samples/base.ts";
import {
  allergy,
  condition,
  documentOf,
  medicine,
  nextStep,
  procedure,
  result,
  vaccination,
  visit,
} from "./preview/samples/items.ts";
import { catalogues } from "./preview/site.ts";

const all = Object.keys(statuses) as Status[];
const html = (element: React.ReactNode, locale: Locale = "vi") =>
  renderToStaticMarkup(
    <I18nProvider locale={locale} catalogue={catalogues[locale]} now={now}>
      {element}
    </I18nProvider>,
  );
const text = (locale: Locale, key: string) => makeI18n(catalogues[locale], locale, now).t(key as "item.new");
const help = (topic: Topic, locale: Locale = "vi") => [
  text(locale, `status.topic.${topic}.means`),
  text(locale, `status.topic.${topic}.todo`),
  text(locale, `status.call.${topics[topic].call}`),
];
const codes = (group: string) => all.flatMap((key) => (key.startsWith(`${group}.`) ? key.slice(group.length + 1) : []));

describe.each(["vi", "en"] as const)("the page of statuses (%s)", (locale) => {
  const page = html(<StatusesPage />, locale);
  const words = wordsOf(page);

  test.each(all)("explains %s: what it means, what to do, whom to call", (status) => {
    for (const said of [text(locale, status), ...help(statuses[status], locale)]) expect(words).toContain(said);
  });

  test("names everything once, so that links find it", () => {
    const ids = tagsOf(page).flatMap((tag) => tag.attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(topics)));
  });
});

test("no topic is left that no status uses", () => {
  const used = new Set(Object.values(statuses));
  expect(Object.keys(topics).filter((topic) => !used.has(topic as Topic))).toEqual([]);
});

/** Every status that an entry of the book can carry, and the entry as it would come. */
const carried: [Status, ItemView][] = [
  ...codes("result.status").map((status) => [`result.status.${status}`, result("Glucose", { status })]),
  ...codes("medicine.status").map((status) => [`medicine.status.${status}`, medicine("Metformin", { status })]),
  ...codes("visit.status").map((status) => [`visit.status.${status}`, visit("Khám", { status })]),
  ...codes("nextStep.status").map((status) => [`nextStep.status.${status}`, nextStep("Khám lại", { status })]),
  ...codes("document.status").map((status) => [`document.status.${status}`, documentOf("Giấy", { status })]),
  ...codes("procedure.status").map((status) => [`procedure.status.${status}`, procedure("Mổ", { status })]),
  ...codes("condition.clinical").map((c) => [`condition.clinical.${c}`, condition("Hen", { clinical: c as "active" })]),
  ...codes("item.certainty").map((c) => [`item.certainty.${c}`, condition("Hen", { certainty: c as "refuted" })]),
  ...codes("allergy.clinical").map((c) => [`allergy.clinical.${c}`, allergy("Tôm", { clinical: c as "active" })]),
  ["allergy.high", allergy("Tôm", { criticality: "high" })],
  ["allergy.refuted", allergy("Tôm", { certainty: "refuted" })],
  ["condition.atVisit", condition("Hen", { atVisit: true })],
  ["condition.alert", condition("Hen", { alert: true })],
  ["medicine.notToBeTaken", medicine("Aspirin", { notToBeTaken: true })],
  ["medicine.form.proposed", medicine("Aspirin", { form: "proposed" })],
  ["vaccination.notGiven", vaccination("BCG", { given: false })],
  ["vaccination.subpotent", vaccination("BCG", { subpotent: true })],
  ["item.withdrawn", result("Glucose", { withdrawn: true })],
  ["item.unsafe", result("Glucose", { unsafe: true })],
  ["item.hidden", result("Glucose", { hidden: true })],
  ["held.tag", result(undefined, { held: { class: "genetic", appearsAt: now } })],
  ...(["wrong", "missing", "not-mine"] as const).map((kind) => [
    `correction.reported.${kind}`,
    result("Glucose", { reported: { reference: "YC-1", kind, state: "open" } }),
  ]),
] as [Status, ItemView][];

/** The usual state of an entry is not worth a word in a list. */
const usual = new Set([
  ...["result.status.final", "document.status.final", "document.status.current", "procedure.status.completed"],
  ...["condition.clinical.active", "allergy.clinical.active", "item.certainty.confirmed", "medicine.status.active"],
  ...["medicine.status.completed"],
  ...["active", "booked", "completed", "fulfilled", "accepted"].map((code) => `nextStep.status.${code}`),
]);

describe("an entry says in place what its status means", () => {
  test.each(carried.filter(([status]) => !usual.has(status)))("%s", (status, item) => {
    const markup = html(<BookItem item={item} extent="full" />);
    const why = markup.match(/<details class="why">.*?<\/details>/g)?.map(wordsOf) ?? [];
    expect(why.some((words) => [text("vi", status), ...help(statuses[status])].every((w) => words.includes(w)))).toBe(
      true,
    );
  });

  test.each(carried.filter(([status]) => usual.has(status)))("%s is not said in a list", (_, item) => {
    expect(html(<BookItem item={item} extent="full" />)).not.toContain('class="why"');
  });

  test.each(codes("result.interpretation"))("a value that is %s", (code) => {
    const of = { ...result("Glucose"), interpretation: code as "high" };
    const status = statusIn("result.interpretation", code);
    for (const said of help(statuses[status ?? "item.new"]))
      expect(wordsOf(html(<ValueWithRange of={of} />))).toContain(said);
  });
});

/** Groups whose words are no states of anything of a citizen's: kinds, names, what staff alone see. */
const NO_STATE = /^(visit\.class|identities|facilities|messages|quarantine|staff|clients|registers|issue|upload)\b/;

test("no screen of citizens shows a state that the table does not know", () => {
  const folder = path.resolve(import.meta.dirname, "../../app/ui");
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/^(operator|clinic|staff|counter|duty|help)\//.test(file));
  const unknown = files.flatMap((file) => {
    const source = fs.readFileSync(path.join(folder, file), "utf8");
    const groups = [...source.matchAll(/\bt(?:\.maybe\("|\(`)([\w.]+?)(?:"|\.\$\{)/g)].map((m) => m[1] ?? "");
    return groups
      .filter((group) => /(status|state|stateOf|clinical|certainty|interpretation)$/i.test(group))
      .filter((group) => !NO_STATE.test(group) && codes(group).length === 0)
      .map((group) => `${file}: ${group}`);
  });
  expect(unknown).toEqual([]);
});
