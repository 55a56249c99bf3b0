import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { Locale } from "#app/i18n/locale.ts";
import { type BookPdf, bookPdf } from "#app/print/book-pdf.tsx";
import { printable } from "#app/print/printable.ts";
import { narrativeOf } from "#app/print/xhtml.ts";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { VisitPage } from "#app/ui/health-book/visit-page.tsx";
import { readPdf } from "#test/support/read-pdf.ts";
import * as extreme from "./preview/samples/extreme.ts";
import * as items from "./preview/samples/items.ts";
import * as pages from "./preview/samples/pages.ts";
import { site } from "./preview/site.ts";

const NOW = new Date("2026-11-22T03:04:00Z");

async function made(of: Pick<BookPdf, "person" | "page">, language: Locale = "vi", keep?: string) {
  const context = { config: { site }, language, now: () => NOW };
  const bytes = await bookPdf(context, { ...of, title: (t) => t("section.title.medicines") });
  if (process.env.KEEP_PDF && keep) fs.writeFileSync(`${process.env.KEEP_PDF}/${keep}.pdf`, bytes);
  return readPdf(bytes);
}

const { person } = pages.visitPage;
const listOf = (medicines: ReturnType<typeof items.medicine>[]) => ({
  section: "medicines" as const,
  items: medicines,
  total: medicines.length,
  empty: medicines.length > 0 ? undefined : ("nothing-received" as const),
  statements: [],
  cut: false,
  hiddenByYou: 0,
  hiddenByRule: 0,
  feeds: undefined,
  person,
  page: 1,
  pages: 1,
  showingHidden: false,
  sources: [],
});
const medicineList = (medicines: ReturnType<typeof items.medicine>[]) => ({
  person,
  page: <SectionPage view={listOf(medicines)} whole />,
});

/** Every letter that Vietnamese has beyond ASCII. */
const LETTERS =
  "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
  "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";

describe("a PDF of the book", () => {
  it("is tagged, in the reader's language, with its title, headings and lists, and says whose it is, when, and that it is a copy", async () => {
    const {
      pages: text,
      roles,
      outline: _none,
      ...rest
    } = await made({ person: pages.visitPage.person, page: <VisitPage view={pages.visitPage} /> }, "vi", "visit");
    expect(text[0]).toContain("65 tuổi");
    expect(rest).toEqual({ title: `Thuốc – Sổ sức khỏe của ${person.name}`, language: "vi", tagged: true });
    for (const role of ["H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD"]) expect(roles).toContain(role);
    for (const page of text) {
      expect(page).toContain(`${person.name} · In lúc`);
      expect(page).toContain("Đây là bản sao từ Sổ Khỏe, Sở Y tế tỉnh Lam Giang");
    }
    expect(text.at(-1)).toContain(`Trang ${text.length}/${text.length}`);
    expect(text.join(" ")).not.toMatch(/Báo sai|Tải PDF|hôm qua|hôm nay/);
    expect((await made(medicineList([]), "en")).language).toBe("en");
  });

  it("gives every Vietnamese letter back, composed or not, and spells what the typeface lacks", async () => {
    const { pages: text } = await made(
      medicineList([
        items.medicine(LETTERS),
        items.medicine(LETTERS.normalize("NFD")),
        items.medicine("α-fetoprotein 5 μg, 药"),
      ]),
    );
    const all = text.join("").replaceAll(" ", "");
    expect(all.split(LETTERS)).toHaveLength(3);
    expect(all).toMatch(/alpha-fetoprotein5[µμ]g,\[\?\]/);
    expect(all).toContain("Chữkhônginđược");
  });

  it("wraps a name of 400 letters, and keeps hostile ones letters", async () => {
    const { pages: text } = await made(
      medicineList([items.medicine(extreme.longName), items.medicine(extreme.hostile)]),
      "vi",
      "long",
    );
    expect(extreme.longName.length).toBeGreaterThanOrEqual(400);
    const all = text.join("").replaceAll(" ", "");
    expect(all).toContain(extreme.longName.replaceAll(" ", ""));
    expect(all).toContain("<script>alert(1)</script>");
  });

  it("says so when there is nothing, and counts its pages when there is much", async () => {
    const { pages: none } = await made(medicineList([]), "vi", "none");
    expect(none.join("")).toContain("Chưa nhận được thông tin thuốc từ bệnh viện nào.");
    const many = await made(
      medicineList(Array.from({ length: 60 }, (_, at) => items.medicine(`Thuốc số ${at + 1}`))),
      "vi",
      "many",
    );
    expect(many.pages.length).toBeGreaterThan(3);
    expect(many.pages[1]).toContain(`Trang 2/${many.pages.length}`);
    expect(many.pages.join(" ")).toContain("Thuốc số 60");
  });
});

describe("what is printed of markup", () => {
  it("is its words and structure, without links, forms, icons and what is not for paper", () => {
    const blocks = printable(
      '<h1><span class="eyebrow">Sổ của A </span>Thuốc &amp; <b>liều</b></h1><p class="no-print"><a href="/x">x</a></p><form><p>f</p></form>' +
        '<ul class="list"><li><p class="item-t">Một<svg><path d=""/></svg></p>hai<br/>ba</li><li><span>Natri</span><span class="val">140</span></li></ul><dl><div><dt>Ngày</dt><dd>1/1</dd></div></dl>',
    );
    expect(narrativeOf(blocks, "vi")).toBe(
      '<div xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><p>Sổ của A</p><h1>Thuốc &amp; <b>liều</b></h1>' +
        "<ul><li><p><b>Một</b></p><p>hai ba</p></li><li><p>Natri <b>140</b></p></li></ul><dl><dt><b>Ngày</b></dt><dd><p>1/1</p></dd></dl></div>",
    );
  });
});
