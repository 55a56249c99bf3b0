import { listOf3176 } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { money, resource } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

/** The totals of XML1, in dong, with what each is. */
const TOTALS: readonly [field: string, name: string][] = [
  ["T_THUOC", "Tiền thuốc"],
  ["T_VTYT", "Tiền vật tư y tế"],
  ["T_TONGCHI_BV", "Tổng chi theo giá bệnh viện"],
  ["T_TONGCHI_BH", "Tổng chi theo giá bảo hiểm"],
  ["T_BNTT", "Người bệnh tự trả"],
  ["T_BNCCT", "Người bệnh cùng chi trả"],
  ["T_BHTT", "Quỹ bảo hiểm y tế thanh toán"],
  ["T_NGUONKHAC", "Nguồn khác chi trả"],
  ["T_BHTT_GDV", "Quỹ bảo hiểm y tế thanh toán ngoài giá dịch vụ"],
];

/** The bill of the visit, when any total is there: paid once it says when. Its lines are what was charged. */
export function mapBill(context: Context, { row, fields }: KeyedRow, charged: readonly MappedEntry[]): MappedEntry[] {
  const totals = TOTALS.flatMap(([field, name]) => {
    const amount = money(fields[field]);
    return amount ? [{ type: "informational", code: { coding: [total(field, name)], text: name }, amount }] : [];
  });
  if (totals.length === 0) return [];
  const paid = context.time(row, "NGAY_TTOAN");
  const items = charged.filter((entry) => entry.resource.resourceType === "ChargeItem");
  return [
    {
      resource: resource("Invoice", context.caseId("bill"), {
        status: paid ? "balanced" : "issued",
        subject: context.subject,
        date: paid ?? context.time(row, "NGAY_RA"),
        lineItem: items.map((entry, i) => ({
          sequence: i + 1,
          chargeItemReference: { reference: `ChargeItem/${entry.resource.id}` },
        })),
        totalPriceComponent: totals,
        totalGross: money(fields.T_TONGCHI_BV),
      }),
    },
  ];
}

const total = (code: string, display: string) => ({ system: listOf3176("T"), code, display });
