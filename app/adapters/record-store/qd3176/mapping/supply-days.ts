import type { SourceRow } from "../package.ts";
import { decimalOf } from "../values.ts";
import { dosePerDay, unitOf } from "./dose-per-day.ts";

/** Taken when needed, on some days, or in changing amounts: the quantity does not tell how long it lasts. */
const UNEVEN = /\b(?:khi (?!ăn|no|đói|ngủ|đi ngủ)|nếu|cách ngày|cách \d+ ngày|tuần|tháng|thứ \S+|tăng|giảm|sau đó)/u;
/** More than this from one visit is a slip of the pen. */
const LONGEST = 366;

/** For how many days a row's quantity lasts, by its dose; `undefined` when either cannot be read with certainty. */
export function supplyDays({ LIEU_DUNG, CACH_DUNG, SO_LUONG, DON_VI_TINH }: SourceRow["fields"]): number | undefined {
  if (!LIEU_DUNG || !DON_VI_TINH || uneven(LIEU_DUNG) || uneven(CACH_DUNG ?? "")) return undefined;
  const dose = dosePerDay(LIEU_DUNG);
  const quantity = Number(decimalOf(SO_LUONG));
  if (!dose || !(quantity > 0) || dose.unit !== unitOf(DON_VI_TINH)) return undefined;
  const days = Math.max(1, Math.floor(quantity / dose.perDay + 1e-6));
  if (days > LONGEST || (dose.days !== undefined && dose.days !== days)) return undefined;
  return days;
}

const uneven = (text: string): boolean => UNEVEN.test(` ${text.normalize("NFC").toLowerCase()}`);
