import { describe, expect, it } from "vitest";
import type { ItemView, ResultView } from "#app/domain/health-book/view.ts";
import { BookPage } from "#app/ui/health-book/book-page.tsx";
import { ResultPage } from "#app/ui/health-book/result-page.tsx";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";
import { tagsOf, wordsOf } from "./markup.ts";
import { bodyOf } from "./preview/render.tsx";
import * as books from "./preview/samples/books.ts";
import { medicine, result } from "./preview/samples/items.ts";
import * as lan from "./preview/samples/lan.ts";
import * as detail from "./preview/samples/pages.ts";

const account = { name: "Nguyễn Thị Lan" };
const render = (element: JSX.Element) => bodyOf({ name: "x", path: "/book", account, element }, "vi");
const times = (text: string, words: string) => text.split(words).length - 1;

const [hgb, wbc, ...others] = detail.reportPage.members;
const members = [hgb, wbc, ...others].filter((one) => one !== undefined);
const report: ResultView = { ...detail.reportPage.result, memberIds: members.map(({ id }) => id) };
const visitWith = (section: "results" | "medicines", items: ItemView[]) =>
  wordsOf(render(<VisitPage view={{ ...detail.visitPage, sections: [{ section, items }] }} />));
const bookWith = (items: ResultView[]) =>
  wordsOf(render(<BookPage view={{ ...books.full, results: { ...books.full.results, items } }} />));

describe("a report and what it is made of", () => {
  it("are one row on the page of the visit, each member once", () => {
    const text = visitWith("results", [report, ...members]);
    expect(text).toContain("4 chỉ số, 1 ngoài mức thường gặp:");
    for (const { title } of members) expect(times(text, title ?? "")).toBe(1);
  });
  it("shows on the first page what is outside the range, and counts the rest", () => {
    const text = bookWith([report, ...members]);
    expect(text).toContain("Huyết sắc tố (HGB) 112 g/L Thấp hơn mức thường gặp (120–160)");
    expect(text).not.toContain("Bạch cầu");
  });
  it("says that all is well only when the laboratory said so of every value", () => {
    expect(bookWith([report, ...members.filter((one) => one.interpretation === "normal")])).toContain(
      "2 chỉ số, đều trong mức thường gặp",
    );
    expect(bookWith([report, ...members.slice(1)])).not.toContain("đều trong mức");
  });
  it("says of a member with a modifier nobody here can read that it must be asked about, wherever its value stands", () => {
    const unsafe = members.map((one) => ({ ...one, interpretation: "normal" as const, unsafe: true }));
    const page = wordsOf(render(<ResultPage view={{ ...detail.reportPage, members: unsafe }} />));
    for (const text of [visitWith("results", [report, ...unsafe]), page])
      expect(times(text, "Cần hỏi lại nơi gửi")).toBe(members.length);
    expect(bookWith([report, ...unsafe])).not.toContain("đều trong mức");
  });
  it("keeps what the sender names and the book does not hold in the count", () => {
    expect(bookWith([report])).toContain("4 chỉ số");
  });
  it("lists what stands for itself as before", () => {
    expect(bookWith(members)).toContain("Bạch cầu (WBC)");
  });
});

describe("the first page", () => {
  it("says the next appointment before anything else", () => {
    const text = wordsOf(render(<BookPage view={books.full} />));
    const next = lan.nextSteps.find((step) => step.form === "appointment");
    expect(text.indexOf("Lịch khám sắp tới")).toBeLessThan(text.indexOf("Dị ứng"));
    expect(text).toContain(next?.title ?? "?");
  });
});

describe("the page of a visit", () => {
  it("keeps what was prescribed and what was handed out apart", () => {
    const text = visitWith("medicines", [
      medicine("Metformin", { form: "dispensed" }),
      medicine("Metformin", { form: "prescribed" }),
    ]);
    expect(text.indexOf("Bác sĩ kê đơn")).toBeLessThan(text.indexOf("Đã nhận thuốc"));
  });
});

describe("a value in many words", () => {
  it("stands under its name instead of beside it", () => {
    const words = {
      kind: "text",
      text: "Exon 21: c.2573T>G (p.Leu858Arg) heterozygous, see the laboratory's report",
    } as const;
    const html = render(
      <BookPage
        view={{ ...books.full, results: { ...books.full.results, items: [result("EGFR", { value: words })] } }}
      />,
    );
    expect(tagsOf(html).some((tag) => tag.attributes.get("class") === "row row-long")).toBe(true);
  });
});
