import PostalMime, { type Address, decodeWords, type Email, type Attachment as Part } from "postal-mime";
import type { Attachment, EmailContent, NewMessage } from "../message.ts";

export interface Envelope {
  from: string;
  to: string[];
  source: Buffer;
}

/** A mail as people read it. Who gets it is what the envelope says: that is where a Bcc shows. */
export async function readMail({ from, to, source }: Envelope): Promise<NewMessage> {
  const mail = await PostalMime.parse(source);
  return { from: nameOf(mail.from) || from, to, content: contentOf(mail, source) };
}

function contentOf(mail: Email, source: Buffer): EmailContent {
  return {
    channel: "email",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
    attachments: mail.attachments.map(attachmentOf),
    source,
  };
}

function nameOf(address: Address | undefined): string {
  if (!address) return "";
  return address.name ? `${address.name} <${address.address ?? ""}>` : (address.address ?? "");
}

function attachmentOf({ filename, mimeType, content }: Part): Attachment {
  const bytes = Buffer.from(typeof content === "string" ? content : new Uint8Array(content));
  const isText = /^(text\/|application\/json\b)/.test(mimeType);
  return {
    name: filename ?? "",
    type: mimeType,
    size: bytes.length,
    ...(isText ? { text: bytes.toString("utf8") } : {}),
  };
}
