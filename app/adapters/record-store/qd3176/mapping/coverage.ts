import { alignedListOf, dateOf } from "../values.ts";
import type { Context } from "./context.ts";
import { endsBefore } from "./context.ts";
import { resource } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

const CARD = "http://fhir.ehealth.gov.vn/core/sid/insurance_number";

/** One per card of `MA_THE_BHYT`; facility and validity stand at the same place of their `;` lists. */
export function mapCoverage(context: Context, { row, fields }: KeyedRow): MappedEntry[] {
  const cards = alignedListOf(fields.MA_THE_BHYT);
  const facilities = alignedListOf(fields.MA_DKBD);
  const [from, to] = [alignedListOf(fields.GT_THE_TU), alignedListOf(fields.GT_THE_DEN)];
  const place = new Map(cards.map((card, i) => [card, i]));
  if (cards.length > 1 && [facilities, from, to].some((list) => list.length > 0 && list.length !== cards.length)) {
    context.report(row, "MA_THE_BHYT", {
      code: "cards-and-validity-differ",
      vi: "Số thẻ, nơi đăng ký và hạn thẻ không cùng số lượng; không biết hạn nào của thẻ nào nên sổ không ghi hạn.",
      en: "Cards, facilities and validities differ in number; which belongs to which is not known, so none is said.",
    });
    return [...place.keys()].filter(Boolean).map((card) => coverage(context, card, {}));
  }
  return [...place].flatMap(([card, i]) => {
    if (!card) return [];
    const [start, end] = [dateOf(from[i] ?? ""), dateOf(to[i] ?? "")];
    const period = start && end && endsBefore(end, start) ? undefined : { start, end };
    return [coverage(context, card, { period, network: facilities[i] })];
  });
}

const coverage = (context: Context, card: string, more: { period?: unknown; network?: string | undefined }) => ({
  resource: resource("Coverage", context.caseId("coverage", card), {
    identifier: [{ system: CARD, value: card }],
    status: "active",
    beneficiary: context.subject,
    subscriberId: card,
    payor: [{ display: "Bảo hiểm xã hội Việt Nam" }],
    ...more,
  }),
});
