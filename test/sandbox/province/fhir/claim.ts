import { dayOf } from "./calendar.ts";
import { ofVisit, type Visit } from "./case.ts";
import { hl7, sid, words } from "./codes.ts";
import { ref } from "./reference.ts";
import type { FhirResource } from "./types.ts";

interface ClaimItem {
  what: string;
  quantity: number;
  /** Đồng, without decimals. */
  price: number;
}

const dong = (value: number) => ({ value, currency: "VND" });

/** What the facility bills the insurer for a visit, on the card it was shown. */
export function claim(visit: Visit, card: string, items: ClaimItem[]): FhirResource[] {
  const insurer = { display: "Bảo hiểm xã hội tỉnh Kinh Bắc" };
  const coverage = ofVisit(visit, "Coverage", "the-bhyt", {
    status: "active",
    identifier: [{ system: sid("insurance_number"), value: card }],
    type: words("Bảo hiểm y tế"),
    subscriberId: card,
    beneficiary: ref(visit.chart.patient),
    payor: [insurer],
  });
  const bill = ofVisit(visit, "Claim", "thanh-toan-bhyt", {
    status: "active",
    type: hl7("claim-type", "institutional"),
    use: "claim",
    patient: ref(visit.chart.patient),
    billablePeriod: { start: dayOf(visit.start), end: dayOf(visit.end) },
    created: visit.end,
    insurer,
    provider: ref(visit.chart.organization, visit.chart.facility.name),
    priority: hl7("processpriority", "normal"),
    insurance: [{ sequence: 1, focal: true, coverage: ref(coverage) }],
    item: items.map((item, index) => ({
      sequence: index + 1,
      productOrService: words(item.what),
      quantity: { value: item.quantity },
      unitPrice: dong(item.price),
      net: dong(item.price * item.quantity),
      encounter: [ref(visit.encounter)],
    })),
    total: dong(items.reduce((sum, item) => sum + item.price * item.quantity, 0)),
  });
  return [coverage, bill];
}
