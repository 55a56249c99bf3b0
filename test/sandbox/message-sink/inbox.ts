import crypto from "node:crypto";
import { type Channel, folded, type Message, type NewMessage, type ReceiptState } from "./message.ts";

const mostKept = 5_000;
const mostBytes = 64 * 1_048_576;

export interface Filter {
  to?: string | undefined;
  channel?: Channel | undefined;
}

/** Every phone and mailbox of the province: the newest messages, within bounds of number and size. */
export class Inbox {
  readonly #messages = new Map<string, Message>();
  #bytes = 0;

  add(message: NewMessage, arrives: boolean): Message {
    const at = new Date();
    const receipts = (["sent", arrives ? "delivered" : "failed"] as const).map((state) => ({ state, at }));
    const kept: Message = { ...message, id: crypto.randomUUID(), at, receipts };
    this.#messages.set(kept.id, kept);
    this.#bytes += sizeOf(kept);
    this.#forgetOldest();
    return kept;
  }

  byId(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** Newest first. */
  list({ to, channel }: Filter = {}): Message[] {
    const wanted = to && folded(to);
    const fits = (message: Message) =>
      (!channel || message.content.channel === channel) &&
      (!wanted || message.to.some((one) => folded(one) === wanted));
    return [...this.#messages.values()].filter(fits).reverse();
  }

  /** Whom messages went to, the last one first. */
  recipients(): string[] {
    return [...new Set(this.list().flatMap(({ to }) => to))];
  }

  /** Notes what became of a message; the same state twice is one receipt. */
  note(message: Message, state: ReceiptState): void {
    if (message.receipts.at(-1)?.state !== state) message.receipts.push({ state, at: new Date() });
  }

  clear(): void {
    this.#messages.clear();
    this.#bytes = 0;
  }

  #forgetOldest(): void {
    for (const oldest of this.#messages.values()) {
      if (this.#messages.size <= mostKept && (this.#bytes <= mostBytes || this.#messages.size === 1)) return;
      this.#messages.delete(oldest.id);
      this.#bytes -= sizeOf(oldest);
    }
  }
}

/** Mail is kept twice, as it came and as it reads; the rest is small. */
const sizeOf = ({ content }: Message): number => 1_000 + (content.channel === "email" ? 2 * content.source.length : 0);
