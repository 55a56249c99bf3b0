export const channels = ["email", "sms", "zalo"] as const;
export type Channel = (typeof channels)[number];

export type ReceiptState = "sent" | "delivered" | "failed" | "read";

export interface EmailContent {
  channel: "email";
  subject: string;
  text: string;
  html: string | undefined;
  headers: { name: string; value: string }[];
  attachments: Attachment[];
  /** As it came over the wire. */
  source: Buffer;
}

export interface Attachment {
  name: string;
  type: string;
  size: number;
  /** Of text attachments, such as appointments for a calendar. */
  text?: string;
}

export interface SmsContent {
  channel: "sms";
  text: string;
  encoding: "GSM-7" | "UCS-2";
  /** Messages that operators charge for. */
  parts: number;
}

export interface ZaloContent {
  channel: "zalo";
  template: string;
  parameters: Record<string, string>;
}

export type Content = EmailContent | SmsContent | ZaloContent;

export interface NewMessage {
  from: string;
  to: readonly string[];
  content: Content;
}

/** A message as it lies on the recipient's phone. */
export interface Message extends NewMessage {
  id: string;
  at: Date;
  /** What became of it, oldest first; the last is the present state. */
  receipts: { state: ReceiptState; at: Date }[];
}

export const stateOf = (message: Message): ReceiptState => message.receipts.at(-1)?.state ?? "sent";

/** One form of an address or number, so that 0912 345 678 and +84912345678 are the same phone. */
export function folded(address: string): string {
  const text = address.trim().toLowerCase();
  return text.includes("@") ? text : text.replace(/[\s.()-]/g, "").replace(/^(\+84|84)(?=\d{9}$)/, "0");
}
