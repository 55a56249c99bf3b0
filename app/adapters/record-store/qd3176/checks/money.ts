import type { SourceRow } from "../package.ts";
import { type Millionths, millionthsOf, ONE, within } from "./decimal.ts";

type Amount = Millionths | undefined;

/**
 * Fields of an XML2 or XML3 row that do not follow from its others (public formulas of QĐ 3176, one đồng of rounding
 * allowed). A rule with an operand missing says nothing.
 */
export function moneyFaults({ table, fields }: SourceRow): string[] {
  if (table !== "XML2" && table !== "XML3") return [];
  const amount = (name: string) => millionthsOf(fields[name]);
  const expected = expectedAmounts(table === "XML3", amount, fields.PHAM_VI === undefined || fields.PHAM_VI === "1");
  return expected.filter(([name, value]) => differs(amount(name), value)).map(([name]) => name);
}

function expectedAmounts(service: boolean, amount: (name: string) => Amount, insured: boolean): [string, Amount][] {
  const part = (of: Amount, name: string) => percent(of, amount(name));
  const quantity = amount("SO_LUONG");
  const priced = (price: string) => {
    const whole = times(quantity, amount(price));
    return service ? part(whole, "TYLE_TT_DV") : whole;
  };
  const paid = amount("THANH_TIEN_BV");
  const covered = amount("THANH_TIEN_BH");
  const capped = amount("T_TRANTT") !== undefined;
  return [
    ["THANH_TIEN_BV", priced(service ? "DON_GIA_BV" : "DON_GIA")],
    ["THANH_TIEN_BH", insured && !capped ? part(priced(service ? "DON_GIA_BH" : "DON_GIA"), "TYLE_TT_BH") : undefined],
    ["T_NGUONKHAC", sumOf(OTHER_SOURCES.map(amount))],
    ...shares(paid, covered, part(covered, "MUC_HUONG"), amount("T_NGUONKHAC")),
  ];
}

const OTHER_SOURCES = ["T_NGUONKHAC_NSNN", "T_NGUONKHAC_VTNN", "T_NGUONKHAC_VTTN", "T_NGUONKHAC_CL"];

/** Who pays what: other sources take away first what the patient pays alone, then the co-payment, then the insurer's part. */
function shares(paid: Amount, covered: Amount, insurer: Amount, others: Amount): [string, Amount][] {
  if (paid === undefined || covered === undefined || insurer === undefined) return [];
  let left = others ?? 0n;
  const reduced = (share: bigint) => {
    const taken = share < left ? (share < 0n ? 0n : share) : left;
    left -= taken;
    return share - taken;
  };
  return [
    ["T_BNTT", reduced(paid - covered)],
    ["T_BNCCT", reduced(covered - insurer)],
    ["T_BHTT", reduced(insurer)],
  ];
}

const times = (a: Amount, b: Amount): Amount => (a === undefined || b === undefined ? undefined : (a * b) / ONE);
const percent = (a: Amount, b: Amount): Amount =>
  a === undefined || b === undefined ? undefined : (a * b) / ONE / 100n;
const differs = (a: Amount, b: Amount) => a !== undefined && b !== undefined && !within(a, b, 1);

function sumOf(amounts: readonly Amount[]): Amount {
  let sum = 0n;
  for (const amount of amounts) {
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}
