import { type Message, stateOf } from "./message.ts";

/** A message as machines read it; mail without its source, which has an address of its own. */
export function listingOf(message: Message) {
  const { id, at, from, to, content } = message;
  const shown = content.channel === "email" ? { ...content, html: content.html ?? null, source: undefined } : content;
  return { id, at: at.toISOString(), from, to, ...shown, state: stateOf(message) };
}

/** What became of a message. */
export function receiptOf(message: Message) {
  const { id, to, content, receipts } = message;
  const history = receipts.map(({ state, at }) => ({ state, at: at.toISOString() }));
  return { id, channel: content.channel, to, state: stateOf(message), history };
}
