import type { FeedLineView } from "#app/domain/feeds/status-view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

export type Light = "well" | "behind" | "bad" | "out" | "never";

/** The whole feed in a word: the worst that matters, and whether it holds of all of it. */
export function lightOf({ kinds, lastReceivedAt, missing }: FeedLineView): Light {
  if (lastReceivedAt === undefined) return "never";
  const states = kinds.filter((k) => k.everyHours !== undefined).map((k) => k.status.state);
  if (states.includes("outage") || states.includes("unreachable")) return "out";
  const late = states.filter((s) => s === "late" || s === "never-sent").length;
  if (late > 0 && late === states.length) return "bad";
  return late > 0 || missing > 0 || states.includes("gap") ? "behind" : "well";
}

const tones: Record<Light, Tone> = { well: "quiet", behind: "needs", bad: "urgent", out: "info", never: "needs" };

export function FeedLight({ feed }: { feed: FeedLineView }) {
  const light = lightOf(feed);
  return <Tag tone={tones[light]}>{useT()(`feeds.light.${light}`)}</Tag>;
}
