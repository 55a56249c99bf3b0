import nodemailer, { type SendMailOptions } from "nodemailer";
import type { FaultOrder } from "./faults.ts";
import type { listingOf, receiptOf } from "./listing.ts";
import type { MessageSink } from "./server.ts";

type Listed = ReturnType<typeof listingOf>;
type Receipt = ReturnType<typeof receiptOf>;

/** What a portal, and whoever tests it, does with a sink. */
export function clientOf({ url, smtpPort }: MessageSink) {
  const post = (path: string, body: unknown, signal?: AbortSignal) =>
    fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
      signal: signal ?? null,
    });
  const transport = nodemailer.createTransport({ host: "localhost", port: smtpPort, ignoreTLS: true, pool: true });

  return {
    post,
    close: () => transport.close(),
    mail: (mail: SendMailOptions) => transport.sendMail({ from: "Sổ Khỏe <so-khoe@example.vn>", ...mail }),
    async sms(to: string, text = "Ma cua ban: 4711", sender = "SoKhoe"): Promise<string> {
      const { id }: { id: string } = await (await post("/sms", { to, text, sender })).json();
      return id;
    },
    fault: (order: Partial<FaultOrder> | { fault: "none" }) => post("/faults", order),
    async messages(search = ""): Promise<Listed[]> {
      const { messages }: { messages: Listed[] } = await (await fetch(`${url}/messages.json${search}`)).json();
      return messages;
    },
    async receipt(id: string): Promise<Receipt> {
      return (await fetch(`${url}/receipts/${id}`)).json();
    },
    clear: () => fetch(`${url}/messages`, { method: "DELETE" }),
  };
}
