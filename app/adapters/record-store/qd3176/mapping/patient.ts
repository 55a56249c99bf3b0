import { personalNumber } from "#app/shared/identifiers.ts";
import type { CasePackage, SourceRow, TableName } from "../package.ts";
import { birthDateOf, listOf } from "../values.ts";
import { IDENTIFIER_TYPE } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { resource } from "./elements.ts";
import type { IdOf, MappedEntry } from "./mapped.ts";

/** Tables that say who the patient is, best first. XML9 is not among them: it speaks of a child and its parents. */
const WHO: readonly TableName[] = ["XML1", "XML0", "XML13", "XML14", "XML15"];
const GENDERS: ReadonlyMap<string, string> = new Map([
  ["1", "male"],
  ["2", "female"],
  ["3", "unknown"],
]);
const OURS = "http://fhir.ehealth.gov.vn/core/sid/";

/** The first row of the best table that says this field. */
function said(pkg: CasePackage, field: string): { row: SourceRow; value: string } | undefined {
  for (const table of WHO) {
    const row = pkg.tables[table]?.find((r) => r.fields[field]);
    const value = row?.fields[field];
    if (row && value) return { row, value };
  }
  return undefined;
}

/** By the facility's own number across cases; without one, a Patient of this case alone. */
export function patientId(pkg: CasePackage, id: IdOf): string {
  const number = said(pkg, "MA_BN")?.value;
  return number ? id("patient", number) : id("patient-of-case", pkg.maLk);
}

/** Who the case is of: one full name, the birth date as precisely as it is known, every number. */
export function mapPatient(context: Context, id: string): MappedEntry {
  const { pkg } = context;
  const value = (field: string) => said(pkg, field)?.value;
  const name = value("HO_TEN");
  const phone = value("DIEN_THOAI");
  const address = value("DIA_CHI");
  return {
    resource: resource("Patient", id, {
      identifier: identifiersOf(pkg),
      name: name ? [{ use: "official", text: name }] : [],
      telecom: phone ? [{ system: "phone", value: phone }] : [],
      gender: GENDERS.get(value("GIOI_TINH") ?? ""),
      birthDate: birthDate(context),
      address: address ? [{ text: address }] : [],
    }),
  };
}

function birthDate(context: Context): string | undefined {
  const born = said(context.pkg, "NGAY_SINH");
  if (!born) return undefined;
  const date = birthDateOf(born.value);
  if (!date) {
    context.report(born.row, "NGAY_SINH", {
      code: "birth-date-unread",
      vi: "Ngày sinh không đọc được; giá trị được giữ nguyên trong dữ liệu gốc.",
      en: "The date of birth cannot be read; it is kept as sent.",
    });
  }
  return date;
}

function identifiersOf(pkg: CasePackage) {
  const number = said(pkg, "SO_CCCD")?.value;
  const cards = [...new Set(listOf(said(pkg, "MA_THE_BHYT")?.value))];
  const own = said(pkg, "MA_BN")?.value;
  return [
    ...(number ? [{ system: `${OURS}${systemOfNumber(number)}`, value: number }] : []),
    ...cards.map((card) => ({ system: `${OURS}insurance_number`, value: card })),
    ...(own
      ? [
          {
            type: { coding: [{ system: IDENTIFIER_TYPE, code: "MR" }] },
            system: `${OURS}patient-internal-id`,
            value: own,
          },
        ]
      : []),
  ];
}

/** `SO_CCCD` carries 12-digit numbers, 9-digit old cards and passports; what is none of them is judged later. */
function systemOfNumber(number: string): string {
  const compact = number.replace(/[\s.]/g, "").toUpperCase();
  if (personalNumber(number)) return "cccd";
  if (/^\d{9}$/.test(compact)) return "cmnd";
  return /^[A-Z]{1,2}\d{6,8}$/.test(compact) ? "passport" : "cccd";
}
