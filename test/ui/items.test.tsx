import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ItemView } from "#app/domain/health-book/view.ts";
import { en } from "#app/i18n/en.ts";
import { I18nProvider } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";
import { BookItem } from "#app/ui/health-book/book-item.tsx";
import type { Extent } from "#app/ui/health-book/item-frame.tsx";
import { tagsOf, wordsOf } from "./markup.ts";
import { now } from "./preview/samples/base.ts";
import * as extreme from "./preview/samples/extreme.ts";
import { allergy, condition, medicine, noDose, result, vaccination } from "./preview/samples/items.ts";
import * as lan from "./preview/samples/lan.ts";

const extents: Extent[] = ["brief", "full", "visit"];

function html(item: ItemView, extent: Extent = "full", locale: "vi" | "en" = "vi"): string {
  return renderToStaticMarkup(
    <I18nProvider locale={locale} catalogue={locale === "vi" ? vi : en} now={now}>
      <BookItem item={item} extent={extent} />
    </I18nProvider>,
  );
}
const words = (item: ItemView, extent?: Extent) => wordsOf(html(item, extent));

const everything: ItemView[] = [
  ...lan.allergies,
  ...lan.medicines,
  ...lan.medicinesBefore,
  ...lan.conditions,
  ...lan.results,
  ...lan.visits,
  ...lan.vaccinations,
  ...lan.procedures,
  ...lan.documents,
  ...lan.nextSteps,
];

describe("every kind of entry", () => {
  it.each(extreme.bareItems)("a bare $kind still has a name, a source and says that the date is unknown", (item) => {
    for (const extent of extents) {
      const text = words(item, extent);
      // Within a visit the page has said the facility already.
      if (extent !== "visit") expect(text).toContain(item.source.facility);
      expect(text).toContain("không rõ ngày");
      expect(text).not.toMatch(/^không rõ ngày/);
      expect(html(item, extent, "en")).toContain("date not known");
    }
  });

  it.each(everything)("$kind keeps its title as sent, untranslated", (item) => {
    if (item.title === undefined) return;
    expect(words(item, "brief")).toContain(item.title);
    expect(tagsOf(html(item)).some((tag) => tag.attributes.get("translate") === "no")).toBe(true);
  });

  it.each(extreme.bareItems)("a withdrawn, hidden, unsafe $kind says so", (item) => {
    const text = words({ ...item, withdrawn: true, hidden: true, unsafe: true });
    expect(text).toContain("Nơi gửi đã thu hồi");
    expect(text).toContain("Bạn đã ẩn");
    expect(text).toContain("Cần hỏi lại nơi gửi");
    expect(text).toContain("Đừng dựa vào mục này");
  });
});

/** Puts a text wherever the value holds one, but leaves codes and dates. */
function poisoned<T>(value: T, text: string): T {
  const codes = new Set([
    "id",
    "kind",
    "form",
    "from",
    "to",
    "precision",
    "receivedAt",
    "facility",
    "facilityId",
    "unit",
    "clinical",
    "certainty",
    "criticality",
    "severity",
    "interpretation",
    "says",
  ]);
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text)) as T;
  if (typeof value === "string") return text as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      codes.has(key) && typeof one === "string" ? one : poisoned(one, text),
    ]),
  ) as T;
}

describe("hostile words", () => {
  it.each(everything)("in a $kind stay words", (item) => {
    const page = html(poisoned(item, extreme.hostile), "full");
    expect(page).not.toMatch(/<script|<img|\{\{name/i);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("[tên]");
    for (const tag of tagsOf(page)) {
      expect([...tag.attributes.keys()].filter((name) => /^on|^style$/i.test(name))).toEqual([]);
      expect(tag.attributes.get("href") ?? "/").toMatch(/^\//);
    }
  });
});

describe("allergies", () => {
  const danger = (item: ItemView) => /class="item[^"]* allergy"/.test(html(item));
  it("look dangerous only while in force", () => {
    expect(danger(allergy("Penicillin"))).toBe(true);
    expect(danger(allergy("Penicillin", { certainty: "refuted" }))).toBe(false);
    expect(danger(allergy("Penicillin", { clinical: "resolved" }))).toBe(false);
    expect(danger(allergy("Penicillin", { withdrawn: true }))).toBe(false);
    expect(danger(condition("Lao", { clinical: "active" }))).toBe(false);
  });
  it("say that one was ruled out", () =>
    expect(words(allergy("Penicillin", { certainty: "refuted" }))).toContain("không dị ứng"));
  it("survive codes nobody has heard of", () => {
    const odd = allergy("X", {
      categories: ["odd" as "food"],
      reactions: [{ text: "ngứa", severity: "terrible" as "mild" }],
      clinical: "odd" as "active",
    });
    expect(words(odd)).toContain("ngứa");
    expect(words(odd)).not.toMatch(/allergy\./);
  });
});

describe("medicines", () => {
  it("say how to take them in words", () => {
    const dose = {
      ...noDose,
      amount: { value: "0.5", unit: "viên" },
      frequency: { count: "2", every: "1", unit: "d" as const },
      moments: ["PCM", "odd"],
      timesOfDay: ["20:00:00"],
    };
    expect(words(medicine("M", { doses: [dose] }))).toContain("Ngày 2 lần, mỗi lần 0,5 viên, sau bữa sáng, lúc 20:00");
    const eight = { ...noDose, frequency: { count: "1", every: "8", unit: "h" as const } };
    expect(wordsOf(html(medicine("M", { doses: [eight] }), "full", "en"))).toContain("Once every 8 hours");
  });
  it("say every part of a dose, and what must be heeded beside the sender's words", () => {
    const said = (dose: object, lang: "vi" | "en" = "vi") =>
      wordsOf(html(medicine("M", { doses: [{ ...noDose, ...dose }] }), "full", lang));
    const [one, four] = [
      { value: "1", unit: "viên" },
      { value: "4", unit: "viên" },
    ];
    expect(said({ amount: one, frequency: { count: "1", every: "4–6", unit: "h" } })).toContain(
      "Cứ 4–6 giờ 1 lần, mỗi lần 1 viên",
    );
    const weekly = { frequency: { count: "1", every: "1", unit: "wk" }, weekdays: ["mon", "thu"], amount: one };
    expect(said(weekly)).toContain("Thứ Hai, thứ Năm hằng tuần, mỗi lần 1 viên");
    expect(said(weekly, "en")).toContain("Every week on Monday, Thursday");
    expect(said({ moments: ["AC"], offset: 30 })).toContain("Trước bữa ăn 30 phút");
    expect(said({ moments: ["AC"], offset: 30 }, "en")).toContain("30 minutes before a meal");
    const limited = {
      text: "Uống khi đau",
      instructions: ["Uống nhiều nước"],
      atMost: { amount: four, per: { value: "1", unit: "d", known: "d" } },
    };
    expect(said(limited)).toMatch(/Uống khi đau.*Không quá 4 viên trong 1 ngày.*Uống nhiều nước/);
  });
  it("call a code a code", () => {
    expect(words(medicine("40.677"))).toContain("Mã 40.677");
    expect(words(result("718-7"))).toContain("Mã 718-7");
    expect(words(condition("E11.9"))).toContain("Mã bệnh E11.9");
    expect(words(condition("X", { times: 3, more: true }))).toContain("Ghi ở ít nhất 3 lần khám");
  });
  it("keep the sender's words first", () =>
    expect(words(medicine("M", { doses: [{ ...noDose, text: "Uống khi đau" }] }))).toContain("Uống khi đau"));
  it("say when nobody told how", () => expect(words(medicine("M"))).toContain("Hỏi bác sĩ hoặc dược sĩ"));
  it("do not call what was handed out finished", () => {
    expect(words(medicine("M", { form: "dispensed", status: "completed", current: false }))).not.toContain(
      "Đã dùng xong",
    );
    expect(words(medicine("M", { status: "completed", current: false }))).toContain("Đã dùng xong");
  });
  it("warn of what must not be taken", () =>
    expect(words(medicine("M", { notToBeTaken: true }))).toContain("Không được dùng"));
});

describe("results", () => {
  const value = { kind: "quantity" as const, comparator: undefined, value: "7.40", unit: "mmol/L" };
  it("keep digits and unit, and say in words what a colour alone would", () => {
    const text = words(
      result("Đường huyết", {
        value,
        interpretation: "high",
        ranges: [{ low: "3.9", high: "6.4", unit: "mmol/L", text: undefined }],
      }),
    );
    expect(text).toContain("7,40 mmol/L");
    expect(text).toContain("Cao hơn mức thường gặp (3,9–6,4)");
  });
  it("say why there is no value", () =>
    expect(words(result("X", { value: { kind: "absent", reason: "not-performed" } }))).toContain("Không thực hiện"));
  it("lead to their page, hidden ones with the wish to see them", () => {
    expect(html(result("X", { id: "a/b" }))).toContain('href="/book/results/a%2Fb"');
    expect(html(result("X", { id: "a", hidden: true }))).toContain('href="/book/results/a?hidden=show"');
  });
});

describe("vaccinations", () => {
  it("say when one was not given, and why", () => {
    const text = words(vaccination("BCG", { given: false, reasonNotGiven: "sốt" }));
    expect(text).toContain("Không tiêm");
    expect(text).toContain("Lý do: sốt");
  });
  it("show a date told in words", () =>
    expect(words(vaccination("BCG", { when: undefined, whenText: "lúc nhỏ" }))).toContain("lúc nhỏ"));
});
