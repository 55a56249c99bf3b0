import { describe, expect, it } from "vitest";
import { AccessLogPage } from "#app/ui/privacy/access-log-page.tsx";
import { PrivacyNoticePage } from "#app/ui/privacy/privacy-notice-page.tsx";
import { tagsOf, wordsOf } from "./markup.ts";
import { bodyOf } from "./preview/render.tsx";
import * as privacy from "./preview/samples/privacy.ts";

const person = { name: "Nguyễn Thị Lan", self: true };
const page = (element: JSX.Element) => bodyOf({ name: "x", path: "/privacy", account: person, element }, "vi");
const html = page(<AccessLogPage person={person} log={privacy.log} helpers={privacy.helpers} />);
const text = wordsOf(html);

describe("who looked", () => {
  it("says in one line who, where, what and on what basis", () => {
    expect(text).toContain(
      "BS. Trần Đức Anh · BV Đa khoa Kinh Bắc Xem các kết quả Căn cứ: người bệnh đang khám tại nơi này",
    );
  });
  it("says how often and between which times", () => expect(text).toContain("3 lần, từ 08:12 đến 08:40"));
  it("does not stretch one minute", () => {
    const [day] = privacy.log.days;
    const [line] = day?.lines ?? [];
    if (!day || !line) throw new Error("no sample");
    const lines = [{ ...line, count: 2, firstAt: "2026-11-22T10:07:01+07:00", lastAt: "2026-11-22T10:07:58+07:00" }];
    const log = { ...privacy.log, days: [{ ...day, lines }] };
    expect(wordsOf(page(<AccessLogPage person={person} log={log} helpers={[]} />))).toContain("2 lần, lúc 10:07");
  });
  it("does not say that what was refused was seen", () => {
    expect(text).toContain("Muốn mở thuốc Bị từ chối, không xem được gì");
  });
  it("has words for codes it was not taught", () => {
    expect(text).toContain("Mở thông tin khác");
    expect(text).not.toMatch(/strange-new-basis|unheard-of|XYZ/);
  });
  it("folds machines, and one's own looks on days when others looked too", () => {
    const folded = tagsOf(html).filter((tag) => tag.name === "details" && !tag.attributes.has("class"));
    expect(folded.map((tag) => tag.attributes.has("open"))).toEqual([false, false]);
    expect(text).toContain("4 lượt do hệ thống tự động");
  });
});

describe("the notice", () => {
  it("asks to confirm the reading only where that is wanted", () => {
    const action = 'action="/privacy/notice"';
    expect(page(<PrivacyNoticePage />)).not.toContain(action);
    const asked = page(<PrivacyNoticePage confirm={{ action: "/privacy/notice", returnTo: "/book" }} />);
    expect(asked).toContain(action);
    expect(wordsOf(asked)).toContain("Tôi đã đọc");
  });
  it("says what the law wants said", () => {
    const said = wordsOf(page(<PrivacyNoticePage />));
    for (const what of [
      "dữ liệu cá nhân nhạy cảm",
      "91/2025/QH15",
      "356/2025/NĐ-CP",
      "bên kiểm soát dữ liệu",
      "10 ngày",
      "15 ngày",
      "20 ngày",
      "Liên hệ",
    ]) {
      expect(said).toContain(what);
    }
  });
});
