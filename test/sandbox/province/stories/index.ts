import { calendar } from "../fhir/calendar.ts";
import type { StoryMessage } from "../fhir/types.ts";
import { baoMessages } from "./bao.ts";
import { claireMessages } from "./claire.ts";
import { haMessages } from "./ha.ts";
import { hungMessages } from "./hung.ts";
import { lanMessages } from "./lan.ts";
import { maiMessages } from "./mai.ts";
import { otherMessages } from "./others.ts";
import { quanMessages } from "./quan.ts";
import { thanhMessages } from "./thanh.ts";

export { bundleText } from "../fhir/decimal.ts";
export type { StoryMessage } from "../fhir/types.ts";
export { hiddenCases, labelledCases, proxies } from "./cases.ts";
export { quarantineMessages, type TroubledMessage } from "./quarantine.ts";

const stories = [
  lanMessages,
  hungMessages,
  haMessages,
  baoMessages,
  quanMessages,
  maiMessages,
  thanhMessages,
  claireMessages,
  otherMessages,
];

/**
 * Everything the province's hospitals have sent by `today`, oldest delivery first. The same day gives
 * the same messages; ids never change from day to day.
 */
export function storyMessages(today: Date): StoryMessage[] {
  const c = calendar(today);
  return stories
    .flatMap((tell) => tell(c))
    .sort((a, b) => Date.parse(a.bundle.timestamp) - Date.parse(b.bundle.timestamp));
}
