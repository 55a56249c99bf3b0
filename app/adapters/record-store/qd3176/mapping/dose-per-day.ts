/** What is taken in a day, in the unit it is counted in; `days` when the text says for how long. */
export interface DailyDose {
  perDay: number;
  unit: string;
  days: number | undefined;
}

const NUMBER = String.raw`(?:\d+/\d+|\d+(?:[.,]\d+)?|½)`;
const UNIT = "viên nén|viên nang|viên sủi|viên|gói|ống|túi|miếng|giọt|nhát xịt|nhát|liều|đơn vị|ui|iu|ml|v";
const AMOUNT = `(?<n>${NUMBER}) ?(?<u>${UNIT})`;
const VERB = "(?:uống|dùng|ngậm|nhai|pha uống|hòa tan uống|nhỏ|hít|xịt|đặt|tiêm|bôi)";
const BY = " ?(?:[x*×,;–-] ?)?";
const TIMES = "(?<m>\\d+) lần ?(?:/|một|mỗi|trong|1)? ?ngày";
const DAILY = `(?:mỗi )?ngày:? ?(?:${VERB} )?`;
const MOMENT = "(?:buổi )?(?:sáng|trưa|chiều|tối)";

/**
 * Ways a dose of LIEU_DUNG is written (QĐ 3176: amount at a time * times a day * days). Each must match the whole
 * text: a word nobody foresaw ("khi sốt", "cách ngày") leaves the dose unread.
 */
const FORMS: readonly RegExp[] = [
  `(?:mỗi lần |lần )?${AMOUNT}(?: ?/ ?lần)?${BY}${TIMES}`,
  `(?:mỗi lần |lần )?${AMOUNT}(?: ?/ ?lần)?${BY}${DAILY}(?<m>\\d+) lần`,
  `${AMOUNT} ?[x*×] ?(?<m>\\d{1,2})`,
  `${DAILY}(?<m>\\d+) lần${BY}(?:mỗi lần |lần )?(?:${VERB} )?${AMOUNT}(?: ?/ ?lần)?`,
  `${TIMES}${BY}(?:mỗi lần |lần )?(?:${VERB} )?${AMOUNT}(?: ?/ ?lần)?`,
  `${AMOUNT} ?(?:/|một|mỗi) ?ngày(?:,? chia (?:làm )?\\d+ lần)?`,
  `${DAILY}${AMOUNT}(?:,? chia (?:làm )?\\d+ lần)?`,
  `${AMOUNT} mỗi (?<h>\\d+) giờ`,
].map((form) => new RegExp(`^${form}$`, "u"));

/** "sáng 1 viên, tối 2 viên" and "1 viên sáng, 2 viên tối": the form of all parts, and of one. */
const AT_MOMENTS = [
  [`${MOMENT}:? ?${NUMBER} ?(?:${UNIT})`, `(?<when>${MOMENT}):? ?${AMOUNT}`],
  [`${NUMBER} ?(?:${UNIT}) (?:vào )?${MOMENT}`, `${AMOUNT} (?:vào )?(?<when>${MOMENT})`],
].map(([all = "", one = ""]) => [new RegExp(`^${all}(?:${BY}${all})*$`, "u"), new RegExp(one, "gu")] as const);
const LED_BY_VERB = new RegExp(`^${VERB}:? (?=\\d|½|ngày|mỗi|lần|sáng|trưa|chiều|tối|buổi)`, "u");
const FOR_DAYS = new RegExp(`${BY}(?:trong |dùng )?(?<d>\\d+) ngày$`, "u");
const MEALS =
  /[ ,;]*(?:uống )?(?:(?:sau|trước|trong)(?: khi)?(?: bữa)? ăn(?: no)?|lúc (?:no|đói)|trước khi (?:đi )?ngủ)$/u;
/** "… [3 lần/ngày]": how often, said again. */
const OFTEN = /[ =]*\[ ?(?<m>\d+) lần ?\/ ?ngày ?\]$/u;
/** "… [4 viên/ngày]": the total of a day, said again. */
const TOTAL = new RegExp(`[ =]*\\[ ?(?<n>${NUMBER}) ?(?<u>${UNIT}) ?/ ?ngày ?\\]$`, "u");

/** The daily dose of a written one when it can be read with certainty; `undefined` else. */
export function dosePerDay(written: string): DailyDose | undefined {
  let text = plain(written);
  const total = TOTAL.exec(text);
  if (total) text = text.slice(0, total.index).trim();
  const often = OFTEN.exec(text);
  if (often) text = text.slice(0, often.index).trim();
  if (often && !new RegExp(`(?<!\\d)0*${often.groups?.m} lần`).test(text)) return undefined;
  text = text.replace(MEALS, "").replace(LED_BY_VERB, "");
  const said = daily(text) ?? lasting(text);
  if (!said || !(said.perDay > 0)) return undefined;
  const totalAmount = total?.groups && amountOf(total.groups.n);
  if (totalAmount !== undefined && Math.abs(totalAmount - said.perDay) > 1e-6) return undefined;
  return said;
}

function plain(written: string): string {
  const text = written
    .normalize("NFC")
    .toLowerCase()
    .replace(/(\d)(?=\p{L})/gu, "$1 ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]+$/, "")
    .trim();
  const wrapped = /^\[([^[\]]*)\]$/.exec(text) ?? /^\(([^()]*)\)$/.exec(text);
  return (wrapped?.[1] ?? text).trim();
}

function lasting(text: string): DailyDose | undefined {
  const found = FOR_DAYS.exec(text);
  const days = Number(found?.groups?.d);
  const said = found && days > 0 ? daily(text.slice(0, found.index).replace(MEALS, "")) : undefined;
  return said && { ...said, days };
}

function daily(text: string): DailyDose | undefined {
  for (const [all, one] of AT_MOMENTS) if (all.test(text)) return atMoments([...text.matchAll(one)]);
  for (const form of FORMS) {
    const { n, u, m, h } = form.exec(text)?.groups ?? {};
    const amount = amountOf(n);
    const times = h === undefined ? Number(m ?? 1) : timesEvery(Number(h));
    if (u && amount !== undefined && times) return { perDay: amount * times, unit: unitOf(u), days: undefined };
  }
  return undefined;
}

/** "Sáng 1 viên, chiều 2 viên": each moment once, all in one unit. */
function atMoments(found: RegExpExecArray[]): DailyDose | undefined {
  const parts = found.map(({ groups }) => ({
    when: groups?.when?.replace("buổi ", ""),
    amount: amountOf(groups?.n) ?? Number.NaN,
    unit: unitOf(groups?.u ?? ""),
  }));
  const [first] = parts;
  const oneUnit = parts.every(({ unit }) => unit === first?.unit);
  const eachOnce = new Set(parts.map(({ when }) => when)).size === parts.length;
  if (!first || !oneUnit || !eachOnce) return undefined;
  return { perDay: parts.reduce((sum, { amount }) => sum + amount, 0), unit: first.unit, days: undefined };
}

const timesEvery = (hours: number): number | undefined => (hours > 0 && 24 % hours === 0 ? 24 / hours : undefined);

function amountOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (text === "½") return 0.5;
  const [above, below] = text.split("/").map((part) => Number(part.replace(",", ".")));
  const amount = below === undefined ? above : (above ?? 0) / below;
  return amount !== undefined && Number.isFinite(amount) ? amount : undefined;
}

/** A tablet is a tablet, of whatever make. */
export function unitOf(unit: string): string {
  const word = unit.normalize("NFC").trim().toLowerCase();
  if (word === "v" || word.startsWith("viên")) return "viên";
  return word === "nhát xịt" ? "nhát" : word;
}
