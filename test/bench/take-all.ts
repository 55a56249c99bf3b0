import type { FeedGate } from "#app/http/feed-gate.ts";
import { newId } from "#app/shared/ids.ts";

/** Deliveries under way at once, as several hospitals send them. */
export const AT_ONCE = 4;

/** Hands all of them to the feed threads, so many at once, and counts the entries taken. */
export async function takeAll(gate: FeedGate, bodies: Uint8Array[], facilities: string[]): Promise<number> {
  const waiting = bodies.map((bytes, i) => ({ bytes, facilityId: facilities[i % facilities.length] ?? newId() }));
  let entries = 0;
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const answer = await gate.receive({ ...next, channel: "api", clientId: "bench", allowSingle: false });
      if (answer.state !== "accepted")
        throw new Error(`Not taken: ${answer.reason} ${new TextDecoder().decode(answer.body)}`);
      entries += answer.counts.accepted;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return entries;
}
