import { describe, expect, it } from "vitest";
import { Inbox } from "./inbox.ts";
import { folded, type NewMessage } from "./message.ts";

const sms = (to: string): NewMessage => ({
  from: "SoKhoe",
  to: [to],
  content: { channel: "sms", text: "x", encoding: "GSM-7", parts: 1 },
});

const mail = (bytes: number): NewMessage => ({
  from: "a",
  to: ["b@example.vn"],
  content: {
    channel: "email",
    subject: "",
    text: "",
    html: undefined,
    headers: [],
    attachments: [],
    source: Buffer.alloc(bytes),
  },
});

describe("the inbox", () => {
  it("keeps the newest 5,000 messages", () => {
    const inbox = new Inbox();
    const ids = Array.from({ length: 5_010 }, (_, n) => inbox.add(sms(`095000${n}`), true).id);
    expect(inbox.list().map(({ id }) => id)).toEqual(ids.slice(10).reverse());
    expect(inbox.byId(ids[9] ?? "")).toBeUndefined();
  });

  it("keeps fewer when they are large, and always the newest", () => {
    const inbox = new Inbox();
    for (let n = 0; n < 20; n++) inbox.add(mail(4_000_000), true);
    expect(inbox.list()).toHaveLength(8);
    const huge = inbox.add(mail(70_000_000), true);
    expect(inbox.list().map(({ id }) => id)).toEqual([huge.id]);
    inbox.clear();
    for (let n = 0; n < 3; n++) inbox.add(mail(4_000_000), true);
    expect(inbox.list()).toHaveLength(3);
  });

  it("knows a phone by every way to write its number, and nothing else by it", () => {
    for (const number of [
      "0950000101",
      "+84950000101",
      "84950000101",
      "+84 950 000 101",
      "0950.000.101",
      "(095) 0000-101",
    ])
      expect(folded(number)).toBe("0950000101");
    expect(folded("84")).toBe("84");
    expect(folded(" A.B@Example.vn ")).toBe("a.b@example.vn");
  });
});
