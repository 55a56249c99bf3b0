import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { CasePackage, PackageIssue, SourceRow } from "#app/adapters/record-store/qd3176/package.ts";
import { birthDateOf } from "#app/adapters/record-store/qd3176/values.ts";
import { matchNewborn, type SaidChild } from "#app/domain/persons/match-newborn.ts";
import type { SaidPerson } from "#app/domain/persons/match-person.ts";
import { birthInterval } from "#app/shared/dates.ts";
import type { IdentifierKind } from "#app/shared/identifiers.ts";
import type { Tx } from "#db/client.ts";
import type { Message } from "../message-row.ts";

/**
 * Birth certificates (XML9): each makes the child a person under the mother, so that what comes of the child
 * finds it by the temporary card. What cannot be told apart is said, and stays in the mother's package.
 */
export async function takeNewborns(
  tx: Tx,
  keys: KeyRing,
  message: Message,
  pkg: CasePackage,
  said: SaidPerson | undefined,
): Promise<PackageIssue[]> {
  const issues: PackageIssue[] = [];
  // By what the certificates say, not by their place: a corrected package may list them otherwise.
  const rows = [...(pkg.tables.XML9 ?? [])].sort((a, b) => certificateOf(a).localeCompare(certificateOf(b), "en"));
  const options = { keys, assignerId: message.facilityId, source: `facility:${message.facilityId}` };
  for (const [i, row] of rows.entries()) {
    const mother = motherOf(row) ?? said;
    if (!mother) continue;
    const match = await matchNewborn(tx, childOf(row, rows, i), mother, options);
    if ("quarantine" in match) issues.push(unclear(row));
  }
  return issues;
}

const certificateOf = ({ fields }: SourceRow): string =>
  [fields.MA_THE_TAM, fields.NGAY_SINH_CON, fields.SO, fields.HO_TEN_CON].map((text) => text ?? "").join(" ");

/** The mother as the certificate names her; nobody where it gives no number of hers. */
function motherOf({ fields }: SourceRow): SaidPerson | undefined {
  const identifiers = [
    ...said("personal_number", fields.SO_CCCD_NND),
    ...said("insurance_card", fields.MA_THE_NND),
    ...said("insurance_card", fields.MA_BHXH_NND),
  ];
  if (identifiers.length === 0) return undefined;
  return {
    names: fields.HO_TEN_NND ? [fields.HO_TEN_NND] : [],
    birth: birthOf(fields.NGAYSINH_NND),
    sex: "female",
    deceasedOn: undefined,
    identifiers,
  };
}

/** `SO_CON` says how many were born; which of them a certificate is about, its place among those of the day does. */
function childOf(row: SourceRow, rows: readonly SourceRow[], at: number): SaidChild {
  const { fields } = row;
  const several = Number(fields.SO_CON ?? "1") > 1 || rows.length > 1;
  return {
    names: fields.HO_TEN_CON ? [fields.HO_TEN_CON] : [],
    birth: birthOf(fields.NGAY_SINH_CON),
    sex: ({ 1: "male", 2: "female" } as const)[fields.GIOI_TINH_CON ?? ""] ?? "unknown",
    deceasedOn: undefined,
    identifiers: said("temporary_card", fields.MA_THE_TAM),
    birthOrder: several ? (rows.length > 1 ? at + 1 : -1) : 0,
  };
}

const said = (kind: IdentifierKind, value: string | undefined) => (value ? [{ kind, system: "", value }] : []);

function birthOf(text: string | undefined) {
  const date = text ? birthDateOf(text) : undefined;
  return date ? birthInterval(date) : undefined;
}

const unclear = (row: SourceRow): PackageIssue => ({
  severity: "warning",
  code: "newborn-unclear",
  table: row.table,
  row: row.number,
  vi: "Chưa xác định được trẻ sơ sinh này là ai (thiếu ngày sinh, hoặc trùng với trẻ khác của cùng người mẹ); giấy được giữ trong hồ sơ của mẹ.",
  en: "Which child this is cannot be told (no birth date, or like another child of the same mother); the certificate is kept with the mother's case.",
});
