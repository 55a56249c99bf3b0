import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Browserless } from "../../../support/browser-less.ts";
import { clientOf } from "../client.ts";
import { type MessageSink, startMessageSink } from "../server.ts";

const portalOrigin = "http://localhost:3999";
const hostile = `<script>alert("x")</script><img src=x onerror=alert(1)>'&`;

let sink: MessageSink;
let client: ReturnType<typeof clientOf>;
beforeAll(async () => {
  sink = await startMessageSink({ port: 0, smtpPort: 0, portalOrigin });
  client = clientOf(sink);
});
beforeEach(() => client.clear());
afterAll(() => {
  client.close();
  return sink.close();
});

const open = (at: string) => new Browserless().open(sink.url + at);

async function sendHostile(): Promise<void> {
  await client.sms("0950000101", hostile);
  await client.post("/zalo", { to: "0950000101", template: hostile, parameters: { [hostile]: hostile } });
  const attachments = [{ filename: `${hostile}.txt`, content: hostile }];
  const envelope = { from: "x@example.vn", to: "lan@example.vn" };
  await client.mail({ envelope, from: hostile, subject: hostile, text: hostile, html: hostile, attachments });
}

describe("every page", () => {
  it("says that it is not the real thing, and needs neither scripts nor style attributes", async () => {
    await sendHostile();
    const [mail] = await client.messages();
    const pages = ["/", "/?lang=en", `/?to=${encodeURIComponent(hostile)}`, `/messages/${mail?.id}`, "/nowhere"];
    for (const { text, headers, url } of await Promise.all(pages.map(open))) {
      expect(text, url.pathname).toMatch(
        /HỆ THỐNG THỬ \(sandbox\) – không gửi tin đi đâu|SANDBOX – messages go nowhere/,
      );
      const tags = text.replace(/"[^"]*"/g, '""');
      expect(tags, url.pathname).not.toMatch(/<script|<img|\sstyle=|<[^>]*\son\w+=/i);
      expect(headers.get("content-security-policy"), url.pathname).toContain("default-src 'none'");
      expect(headers.get("cache-control"), url.pathname).toContain("no-store");
    }
  });

  it("shows a mail's own layout only in a cage", async () => {
    await sendHostile();
    const [mail] = await client.messages();
    const page = await open(`/messages/${mail?.id}`);
    expect(page.text).toContain(`<iframe sandbox src="/messages/${mail?.id}/html"`);
    expect(page.headers.get("content-security-policy")).toContain("frame-src 'self'");
    const html = await open(`/messages/${mail?.id}/html`);
    expect(html.headers.get("content-security-policy")).toMatch(/default-src 'none'.*; sandbox$/);
    const source = await open(`/messages/${mail?.id}/source`);
    expect(source.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });
});

describe("the front page", () => {
  it("shows everybody's messages, newest first", async () => {
    await client.sms("0950000101", "tin thứ nhất");
    await client.post("/zalo", { to: "0950000102", template: "lich-kham", parameters: { ngay: "24/11/2026" } });
    await client.mail({ to: "lan@example.vn", subject: "Tiêu đề thư", text: "Nội dung thư" });
    const { text } = await open("/");
    const at = ["Tiêu đề thư", "Nội dung thư", "lich-kham", "24/11/2026", "tin thứ nhất"].map((one) =>
      text.indexOf(one),
    );
    expect(at.every((n) => n > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text).toContain("3 tin.");
    expect(text).toContain('<option value="lan@example.vn">');
  });

  it("narrows to a recipient by its form, and keeps to it when a message is read", async () => {
    await client.sms("0950000101", "của Lan");
    await client.sms("0950000102", "của Hùng");
    const browser = new Browserless();
    const front = await browser.open(`${sink.url}/?lang=en`);
    const found = await browser.submit(front, front.forms[0], { to: "+84950000101" });
    expect(found.text).toContain("của Lan");
    expect(found.text).not.toContain("của Hùng");
    expect(found.text).toContain("1 message.");
    const read = await browser.submit(found, found.forms[1]);
    expect(read.text).toContain('<p class="receipt read">read</p>');
    expect(read.text).not.toContain("của Hùng");
    expect((await open("/?to=0950000109")).text).toContain("Không có tin nào như vậy.");
  });

  it("turns pages of fifty", async () => {
    await Promise.all(Array.from({ length: 51 }, () => client.sms("0950000101")));
    const count = async (at: string) => (await open(at)).text.match(/<li id="m-/g)?.length;
    expect([await count("/"), await count("/?page=2"), await count("/?page=99"), await count("/?page=x")]).toEqual([
      50, 1, 1, 50,
    ]);
    expect((await open("/")).text).toContain('href="/?page=2#messages"');
  });

  it("sets and clears faults, and deletes all", async () => {
    await client.sms("0950000101");
    const browser = new Browserless();
    const press = async (action: string, values: Record<string, string> = {}) => {
      const page = await browser.open(sink.url);
      const forms = page.forms.filter((form) => form.action === action);
      return browser.submit(page, "fault" in values && values.fault === "none" ? forms[0] : forms.at(-1), values);
    };
    const on = await press("/faults", { fault: "delay", channel: "sms", times: "3", seconds: "2" });
    expect(on.text).toContain("SMS: đang bật lỗi delay, còn 3 tin.");
    expect((await press("/faults", { fault: "none" })).text).toContain("Hiện không bật lỗi nào.");
    expect((await press("/messages/clear")).text).toContain("Chưa có tin nào.");
  });
});

describe("the server", () => {
  it("refuses ports that are taken, and then keeps none", async () => {
    const port = Number(new URL(sink.url).port);
    await expect(startMessageSink({ port, smtpPort: 0 })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const { smtpPort } = sink;
    await expect(startMessageSink({ port: 0, smtpPort })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("listens on both loopback addresses", async () => {
    const port = new URL(sink.url).port;
    for (const host of ["127.0.0.1", "[::1]"]) {
      const answer = await fetch(`http://${host}:${port}/faults`, { redirect: "manual" });
      expect(answer.headers.get("location")).toBe(`${sink.url}/faults`);
    }
  });

  it("prints nothing and tells failures of its own to whoever started it", async () => {
    const out = vi.spyOn(process.stdout, "write");
    const errors: unknown[] = [];
    const other = await startMessageSink({ port: 0, smtpPort: 0, onError: (error) => errors.push(error) });
    const sender = clientOf(other);
    await sender.mail({ to: "a@example.vn", text: "x" });
    await sender.post("/sms", "{");
    await fetch(`${other.url}/nowhere.json`);
    const nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(300);
    await expect(sender.mail({ envelope: { from: "a@b.vn", to: "c@d.vn" }, raw: nested })).rejects.toMatchObject({
      responseCode: 451,
    });
    sender.close();
    await other.close();
    const said = [...out.mock.calls];
    vi.restoreAllMocks();
    expect(said).toEqual([]);
    expect(errors).toEqual([expect.any(Error)]);
  });
});
