import type { IncomingMessage } from "#app/domain/feeds/receive-message.ts";
import type { FeedGate } from "#app/http/feed-gate.ts";

/** One delivery on its way. */
export type Sending = Pick<IncomingMessage, "facilityId" | "bytes" | "format">;

/** Deliveries under way at once, as several hospitals send them. */
export const AT_ONCE = 4;

/** Hands all of them to the feed threads, so many at once, and counts the entries taken. */
export async function takeAll(gate: FeedGate, sent: Sending[], atOnce = AT_ONCE): Promise<number> {
  const waiting = [...sent];
  let entries = 0;
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await gate.receive({ ...next, channel: "api", clientId: "bench", allowSingle: false });
      if (answer.state !== "accepted")
        throw new Error(`Not taken: ${answer.reason} ${new TextDecoder().decode(answer.body)}`);
      entries += answer.counts.accepted;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return entries;
}
