import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientOf } from "./message-sink/client.ts";
import { type MessageSink, startMessageSink } from "./message-sink/server.ts";

let sink: MessageSink;
let client: ReturnType<typeof clientOf>;
beforeAll(async () => {
  sink = await startMessageSink({ port: 0, smtpPort: 0 });
  client = clientOf(sink);
});
beforeEach(async () => {
  await client.clear();
  await client.fault({ fault: "none" });
});
afterAll(() => {
  client.close();
  return sink.close();
});

describe("SMS and Zalo", () => {
  it("are kept as sent and answered with an id", async () => {
    const answer = await client.post("/sms", { to: "+84 950 000 101", text: "So Khoe: ma 4711", sender: "SoKhoe" });
    expect(answer.status).toBe(201);
    const { id } = await answer.json();
    const parameters = { ten: "bà Lan", ma: "4711" };
    await client.post("/zalo", { to: "0950000101", template: "ma-xac-nhan", parameters });
    expect(await client.messages()).toMatchObject([
      { channel: "zalo", from: "Official Account", to: ["0950000101"], template: "ma-xac-nhan", parameters },
      { id, channel: "sms", from: "SoKhoe", to: ["+84 950 000 101"], text: "So Khoe: ma 4711", state: "delivered" },
    ]);
  });

  it("count what an SMS costs", async () => {
    const partsOf = async (text: string) => {
      await client.sms("0950000101", text);
      const [newest] = await client.messages();
      return newest?.channel === "sms" ? [newest.encoding, newest.parts] : undefined;
    };
    expect(await partsOf("a".repeat(160))).toEqual(["GSM-7", 1]);
    expect(await partsOf("a".repeat(161))).toEqual(["GSM-7", 2]);
    expect(await partsOf(`[${"a".repeat(158)}]`)).toEqual(["GSM-7", 2]);
    expect(await partsOf("ạ".repeat(70))).toEqual(["UCS-2", 1]);
    expect(await partsOf("ạ".repeat(71))).toEqual(["UCS-2", 2]);
  });

  it.each([
    ["/sms", { to: "somebody", text: "x", sender: "SoKhoe" }, "to"],
    ["/sms", { to: "0950000101", text: "", sender: "SoKhoe" }, "text"],
    ["/sms", { to: "0950000101", text: "x", sender: "Sổ Khỏe Kinh Bắc" }, "sender"],
    ["/zalo", { to: "0950000101", template: 5, parameters: {} }, "template"],
    ["/zalo", { to: "0950000101", template: "t", parameters: { a: { b: 1 } } }, "parameters"],
    ["/zalo", { to: "0950000101", template: "t", parameters: [] }, "parameters"],
    ["/sms", "{", "bad request"],
  ])("%s refuses %j", async (path, body, says) => {
    const answer = await client.post(path, body);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).toContain(says);
    expect(await client.messages()).toEqual([]);
  });
});

describe("e-mail", () => {
  it("comes in by SMTP, with its accents, parts, hidden recipients and attachments", async () => {
    const sent = await client.mail({
      to: "Nguyễn Thị Lan <lan@example.vn>",
      bcc: "kiem.tra@example.vn",
      subject: "Lịch khám của ông/bà đã đổi",
      text: "Kính gửi bà Lan,\n.\n..hai chấm đầu dòng",
      html: "<p>Kính gửi <b>bà Lan</b></p>",
      attachments: [{ filename: "lịch khám.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" }],
      headers: { "X-Kind": "appointment" },
    });
    const [mail] = await client.messages();
    expect(sent.response).toBe(`250 OK: queued as ${mail?.id}`);
    expect(mail).toMatchObject({
      channel: "email",
      from: "Sổ Khỏe <so-khoe@example.vn>",
      to: ["lan@example.vn", "kiem.tra@example.vn"],
      subject: "Lịch khám của ông/bà đã đổi",
      text: "Kính gửi bà Lan,\n.\n..hai chấm đầu dòng\n",
      html: expect.stringContaining("<b>bà Lan</b>"),
      attachments: [{ name: "lịch khám.ics", type: "text/calendar", size: 16, text: "BEGIN:VCALENDAR\n" }],
      headers: expect.arrayContaining([
        { name: "X-Kind", value: "appointment" },
        { name: "To", value: "Nguyễn Thị Lan <lan@example.vn>" },
      ]),
    });
    const source = await (await fetch(`${sink.url}/messages/${mail?.id}/source`)).text();
    expect(source).toContain("X-Kind: appointment");
  });

  it("comes in by the hundred over a few connections", async () => {
    const many = Array.from({ length: 100 }, (_, n) => client.mail({ to: `a${n}@example.vn`, text: `${n}` }));
    await Promise.all(many);
    expect(await client.messages()).toHaveLength(100);
  });

  it("larger than 4 MB is refused", async () => {
    const big = client.mail({ to: "a@example.vn", text: "x".repeat(5_000_000) });
    await expect(big).rejects.toMatchObject({ responseCode: 552 });
    expect(await client.messages()).toEqual([]);
  });
});

describe("who looks for messages", () => {
  it("finds them by recipient, however the number is written, and by channel", async () => {
    await client.sms("0950000101");
    await client.sms("+84950000102");
    await client.mail({ to: "Lan@Example.vn", text: "x" });
    const counts = async (search: string) => (await client.messages(search)).length;
    expect(await counts("?to=%2B84950000101")).toBe(1);
    expect(await counts("?to=0950.000.102")).toBe(1);
    expect(await counts("?to=lan@example.vn")).toBe(1);
    expect(await counts("?channel=sms")).toBe(2);
    expect(await counts("?channel=sms&to=lan@example.vn")).toBe(0);
  });

  it("deletes all", async () => {
    const id = await client.sms("0950000101");
    expect((await client.clear()).status).toBe(204);
    expect(await client.messages()).toEqual([]);
    expect((await fetch(`${sink.url}/receipts/${id}`)).status).toBe(404);
  });
});

describe("receipts", () => {
  it("say delivered, then read once the recipient has opened it", async () => {
    const id = await client.sms("0950000101");
    expect(await client.receipt(id)).toMatchObject({ id, channel: "sms", to: ["0950000101"], state: "delivered" });
    expect(await (await client.post(`/messages/${id}/read`, {})).json()).toMatchObject({ state: "read" });
    await client.post(`/messages/${id}/read`, {});
    const { history } = await client.receipt(id);
    expect(history.map(({ state }) => state)).toEqual(["sent", "delivered", "read"]);
  });

  it("say failed for what never reached the phone, which nobody can read", async () => {
    await client.fault({ fault: "undelivered" });
    const id = await client.sms("0950000101");
    await client.post(`/messages/${id}/read`, {});
    expect((await client.receipt(id)).history.map(({ state }) => state)).toEqual(["sent", "failed"]);
  });
});

describe("faults on command", () => {
  const sms = { to: "0950000101", text: "x", sender: "SoKhoe" };
  const mail = { to: "lan@example.vn", text: "x" };

  it("refuse so many messages, for now or for good, and keep nothing", async () => {
    await client.fault({ fault: "refuse", times: 2 });
    const answers = [await client.post("/sms", sms), await client.post("/sms", sms), await client.post("/sms", sms)];
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 201]);
    await expect(client.mail(mail)).rejects.toMatchObject({ responseCode: 451 });
    await client.fault({ fault: "reject", channel: "all" });
    expect((await client.post("/sms", sms)).status).toBe(422);
    await expect(client.mail(mail)).rejects.toMatchObject({ responseCode: 550 });
    expect(await client.messages()).toHaveLength(1);
  });

  it("meet one channel, or one recipient", async () => {
    await client.fault({ fault: "refuse", channel: "zalo" });
    await client.sms("0950000101");
    await client.mail(mail);
    await client.fault({ fault: "none" });
    await client.fault({ fault: "reject", channel: "sms", to: "+84950000109", times: 5 });
    expect((await client.post("/sms", sms)).status).toBe(201);
    expect((await client.post("/sms", { ...sms, to: "0950000109" })).status).toBe(422);
    expect(await (await fetch(`${sink.url}/faults`)).json()).toMatchObject({
      active: [{ fault: "reject", channel: "sms", times: 4, to: "+84950000109" }],
    });
  });

  it("answer late", async () => {
    await client.fault({ fault: "delay", seconds: 0.4 });
    const started = Date.now();
    await Promise.all([client.sms("0950000101"), client.mail(mail)]);
    expect(Date.now() - started).toBeGreaterThan(350);
    expect(await client.messages()).toHaveLength(2);
  });

  it("take the message and break the line", async () => {
    await client.fault({ fault: "lose-answer" });
    await expect(client.post("/sms", sms)).rejects.toThrow("fetch failed");
    await expect(client.mail(mail)).rejects.toThrow();
    expect(await client.messages()).toHaveLength(2);
  });

  it("take the message and never answer", async () => {
    await client.fault({ fault: "no-answer", channel: "sms" });
    await expect(client.post("/sms", sms, AbortSignal.timeout(300))).rejects.toThrow("timeout");
    expect(await client.messages()).toHaveLength(1);
    const other = await startMessageSink({ port: 0, smtpPort: 0 });
    const waiting = clientOf(other);
    await waiting.fault({ fault: "no-answer", channel: "email" });
    const given = waiting.mail(mail).catch((error: Error) => error);
    await expect.poll(() => waiting.messages()).toHaveLength(1);
    await other.close();
    expect(await given).toBeInstanceOf(Error);
    waiting.close();
  });

  it.each([
    { fault: "magic" },
    { fault: "delay", channel: "fax" },
    { fault: "delay", times: 0 },
    { fault: "delay", seconds: 301 },
    { fault: "delay", seconds: "soon" },
  ])("refuses %j", async (order) => {
    expect((await client.post("/faults", order)).status).toBe(400);
  });
});
