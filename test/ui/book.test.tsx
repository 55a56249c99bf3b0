import zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { BookPage } from "#app/ui/health-book/book-page.tsx";
import { ResultPage } from "#app/ui/health-book/result-page.tsx";
import { SectionPage } from "#app/ui/health-book/section-page.tsx";
import { SourcesPage } from "#app/ui/health-book/sources-page.tsx";
import { tagsOf, wordsOf } from "./markup.ts";
import { pages } from "./preview/pages.tsx";
import { bodyOf } from "./preview/render.tsx";
import * as books from "./preview/samples/books.ts";
import * as extreme from "./preview/samples/extreme.ts";
import * as items from "./preview/samples/items.ts";
import * as detail from "./preview/samples/pages.ts";

const account = { name: "Nguyễn Thị Lan" };
const render = (element: JSX.Element, path = "/book") => bodyOf({ name: "x", path, account, element }, "vi");
const mayBeMore = "Có thể còn thông tin không hiển thị theo quy định hoặc theo lựa chọn của người bệnh";

describe("the four empties", () => {
  const text = wordsOf(render(<BookPage view={books.fourEmpties} />));
  it("are four different sentences", () => {
    expect(text).toContain(
      "BV Đa khoa Kinh Bắc không ghi nhận dị ứng thuốc nào (12/06/2026). Các loại dị ứng khác chưa được nói đến.",
    );
    expect(text).toContain("No known drug allergy");
    expect(text).toContain("Trạm Y tế Tam Giang chưa hỏi về mục này (16/11/2026).");
    expect(text).toContain("Chưa nhận được thông tin tiêm chủng từ nơi tiêm nào.");
    expect(text).toContain("Bạn đã ẩn 1 mục. Xem mục đã ẩn");
    expect(text).toContain("1 mục chưa hiển thị theo quy định.");
  });
  it("tell nobody but the person that something is hidden", () => {
    const person = { ...books.fourEmpties.person, self: false };
    const others = wordsOf(render(<BookPage view={{ ...books.fourEmpties, person }} />));
    expect(others).toContain(mayBeMore);
    expect(others).not.toMatch(/đã ẩn|chưa hiển thị/);
  });
});

describe("a section with nothing in it now", () => {
  it("does not say that nothing came, and leads to what is over", () => {
    const conditions = { ...books.empty.conditions, total: 2 };
    const text = wordsOf(render(<BookPage view={{ ...books.full, conditions }} />));
    expect(text).toContain("Không có bệnh nào hiện nay, theo các nơi đã gửi. Xem tất cả (2)");
    expect(text).not.toContain("Chưa nhận được thông tin bệnh");
  });
});

describe("another person's book", () => {
  it("always carries the same sentence, the person's own never", () => {
    for (const page of pages.filter((one) => /^(book|section|visit|result)/.test(one.name) && one.acting)) {
      expect(wordsOf(bodyOf(page, "vi")), page.name).toContain(mayBeMore);
    }
    expect(wordsOf(render(<BookPage view={books.full} />))).not.toContain(mayBeMore);
  });

  it("stands in the violet frame with the name and the way out", () => {
    const html = bodyOf(
      {
        name: "x",
        path: "/book",
        account,
        acting: { name: "Lê Gia Bảo" },
        element: <BookPage view={books.forProxy} />,
      },
      "vi",
    );
    expect(wordsOf(html)).toContain("Đang xem sổ của Lê Gia Bảo");
    expect(html).toMatch(/<form method="post" action="\/people"><input type="hidden" name="personId" value=""\/>/);
  });
});

describe("a book of 1,244 entries", () => {
  const html = render(<BookPage view={books.extremeBook} />);
  it("stays small", () => {
    expect(zlib.gzipSync(html).byteLength).toBeLessThan(20_000);
    expect(tagsOf(html).length).toBeLessThan(900);
  });
  it("counts everything and leads to all of it", () => {
    for (const text of ["Xem tất cả (893)", "Xem tất cả (112)", "Thủ thuật, phẫu thuật (41)"])
      expect(wordsOf(html)).toContain(text);
  });
  it("shows names of any length in full", () => expect(html).toContain(extreme.longName));
  it("has full pages of twenty that stay small too", () => {
    const page = render(
      <SectionPage view={books.sectionPage("results", extreme.manyResults, { total: 893, page: 3, pages: 45 })} />,
    );
    expect(zlib.gzipSync(page).byteLength).toBeLessThan(20_000);
    expect(page).toContain('href="/book/results?page=4"');
  });
});

describe("a result", () => {
  it("says that no doctor has explained it yet", () => {
    expect(wordsOf(render(<ResultPage view={{ ...detail.resultPage, comments: [] }} />))).toContain(
      "Chưa có bác sĩ giải thích",
    );
  });
  it("shows the doctor's words before the value", () => {
    const text = wordsOf(render(<ResultPage view={detail.reportPage} />));
    expect(text.indexOf("Thiếu máu nhẹ")).toBeLessThan(text.indexOf("Huyết sắc tố"));
  });
  it("says what to do when it is critical", () => {
    expect(wordsOf(render(<ResultPage view={detail.criticalPage} />))).toContain(
      "hãy gọi cho nơi đã làm xét nghiệm ngay trong ngày",
    );
  });
  it("draws where the value stands, in words too", () => {
    expect(render(<ResultPage view={detail.resultPage} />)).toContain(
      'aria-label="Giá trị 7,40 mmol/L, mức thường gặp 3,9–6,4 mmol/L"',
    );
  });
  it("does not mix units", () => {
    expect(wordsOf(render(<ResultPage view={detail.resultPage} />))).toContain(
      "1 lần dùng đơn vị đo không so được nên không nối vào đường (dấu × ở trục).",
    );
  });
});

describe("the frame", () => {
  const html = render(<BookPage view={books.full} />, "/book?hidden=show&page=2");
  it("switches the language and keeps the address", () =>
    expect(html).toContain('href="/book?hidden=show&amp;page=2&amp;lang=en"'));
  it("starts with the way past the menu and marks where one is", () => {
    expect(
      tagsOf(html)
        .find((tag) => tag.name === "a")
        ?.attributes.get("href"),
    ).toBe("#main");
    expect(html).toContain('href="/book" aria-current="page"');
  });
  it("says how to get help and what it never does", () => {
    expect(html).toContain('href="tel:18001234"');
    expect(wordsOf(html)).toContain("Sổ Khỏe không bao giờ gọi điện hỏi mã OTP, bảo cài ứng dụng hay chuyển tiền.");
    expect(wordsOf(html)).toContain("Không thay Sổ sức khỏe điện tử trên VNeID.");
  });
});

describe("what is not certain", () => {
  it("is not said of facilities: where something is closed, nobody is said to have sent nothing", () => {
    const unsure = wordsOf(render(<SourcesPage view={{ ...detail.sourcesPage, mayHaveSent: true }} />));
    expect(unsure).toContain("không thể nói chắc những nơi dưới đây chưa gửi gì");
    expect(unsure).not.toMatch(/chưa gửi gì về người này|Chưa gửi gì cho sổ này|nơi nào chưa gửi/);
    const others = { ...detail.noSources, person: { ...detail.noSources.person, self: false }, silent: [] };
    expect(wordsOf(render(<SourcesPage view={others} />))).not.toMatch(/chưa gửi gì|Chưa bệnh viện nào/);
    expect(wordsOf(render(<SourcesPage view={detail.sourcesPage} />))).toContain("Chưa gửi gì cho sổ này");
  });
  it("is not said of a book: one whose visits are all hidden is not empty, nor is one that others see nothing of", () => {
    const hidden = { ...books.empty, visits: { ...books.empty.visits, hiddenByYou: 2 } };
    const others = { ...books.empty, person: { ...books.empty.person, self: false } };
    for (const view of [hidden, others])
      expect(wordsOf(render(<BookPage view={view} />))).not.toContain("Sổ này chưa có thông tin nào");
    expect(wordsOf(render(<BookPage view={others} />))).toContain("Không có nơi gửi nào để hiển thị.");
    expect(wordsOf(render(<BookPage view={books.empty} />))).toContain("Sổ này chưa có thông tin nào");
  });
  it("is said of a medicine: an idea is not a prescription, and what is supplied is not a last day", () => {
    const medicines = [
      items.medicine("Vitamin D", { form: "proposed", current: false }),
      items.medicine("Prednisolon", {
        current: false,
        lasts: { by: "supply", until: { from: "2019-01-07T12:00:00+07:00", precision: "day" } },
      }),
    ];
    const text = wordsOf(render(<SectionPage view={books.sectionPage("medicines", medicines)} />));
    expect(text).toContain("Vitamin D Mới đề xuất, chưa phải đơn thuốc");
    expect(text).toContain("Prednisolon Lượng thuốc được kê đủ dùng đến 07/01/2019");
    expect(text).not.toContain("Đang dùng");
  });
  it("is said of a list that is cut short, and of a report", () => {
    const allergies = { ...books.full.allergies, cut: true };
    expect(wordsOf(render(<BookPage view={{ ...books.full, allergies }} />))).toContain("Còn mục chưa hiện ở đây");
    expect(wordsOf(render(<ResultPage view={detail.reportPage} />))).toContain("Còn 3 chỉ số của phiếu này");
  });
  it("is said of an old value before the value itself", () => {
    const text = wordsOf(render(<ResultPage view={detail.resultPage} />));
    expect(text).toContain("Xét nghiệm này đã có kết quả mới hơn: 18/11/2026");
    expect(text.indexOf("mới hơn")).toBeLessThan(text.indexOf("7,40"));
  });
  it("is said of every vaccination of a recommendation", () => {
    const due = { title: "Viêm gan B", when: { from: "2027-02-01T00:00:00+07:00", precision: "day" as const } };
    const step = items.nextStep("Sởi", {
      form: "vaccination-due",
      dateIs: "earliest",
      others: [{ ...due, dateIs: undefined, status: "due", open: true, details: [] }],
    });
    const text = wordsOf(render(<SectionPage view={books.sectionPage("next-steps", [step])} />));
    expect(text).toContain("Tiêm được sớm nhất từ ngày này");
    expect(text).toContain("Các mũi khác trong cùng khuyến nghị Viêm gan B · Đến hạn · 01/02/2027");
  });
});
