import { foldName } from "#app/shared/names.ts";
import { dayOf } from "../feed-files/dates.ts";
import type { NameOf } from "../feed-files/file.ts";
import type { FileIssues } from "../feed-files/file-issues.ts";
import { coding, concept, resource } from "../qd3176/mapping/elements.ts";
import type { CsvRow } from "./csv.ts";

/** The vaccines of the register, by its own codes. */
export const REGISTER_VACCINES = "urn:so-khoe:immunization-register:vaccine";

interface About {
  /** Key of the person within the file, for names. */
  key: string;
  patient: string;
  birthDate: string | undefined;
  /** Vietnamese day on which the file is read. */
  today: string;
  nameOf: NameOf;
}

/** A plan that was not carried out is no vaccination, however it is dated. */
const NOT_GIVEN = /^(?:chua|hoan|huy|khong tiem|tam hoan|chong chi dinh|du kien|hen|bo tiem|tu choi)/;

/** One row as an Immunization; `undefined`, and said why, for what is none. */
export function mapVaccination({ fields, number: row }: CsvRow, about: About, issues: FileIssues) {
  if (NOT_GIVEN.test(foldName(fields.tinh_trang ?? ""))) {
    issues.add("information", "not-given", { row, field: "tinh_trang" });
    return undefined;
  }
  const vaccine = fields.vac_xin ?? fields.khang_nguyen ?? fields.ma_vac_xin;
  if (!vaccine) return refused("no-vaccine", "vac_xin");
  if (!fields.ngay_tiem) return refused("no-vaccination-date", "ngay_tiem");
  const day = dayOf(fields.ngay_tiem);
  if (!day) return refused("vaccination-date-unread", "ngay_tiem");
  if (day > about.today) return refused("vaccination-date-future", "ngay_tiem");
  if (about.birthDate && day < about.birthDate.slice(0, day.length)) return refused("before-birth", "ngay_tiem");
  const protocol = protocolOf(fields);
  return resource("Immunization", idOf(fields, day, vaccine, about), {
    status: "completed",
    vaccineCode: concept(coding(REGISTER_VACCINES, fields.ma_vac_xin), vaccine),
    patient: { reference: about.patient },
    occurrenceDateTime: day,
    primarySource: true,
    lotNumber: fields.so_lo,
    manufacturer: fields.nha_san_xuat ? { display: fields.nha_san_xuat } : undefined,
    location: fields.co_so_tiem ? { display: fields.co_so_tiem } : undefined,
    protocolApplied: protocol ? [protocol] : [],
    note: fields.phan_ung ? [{ text: `Phản ứng sau tiêm: ${fields.phan_ung}` }] : [],
  });

  function refused(code: Parameters<FileIssues["add"]>[1], field: string): undefined {
    issues.add("error", code, { row, field });
  }
}

/** By the register's own number of it; else by vaccine, dose and day, so that a corrected lot is a new version. */
const idOf = (fields: CsvRow["fields"], day: string, vaccine: string, { key, nameOf }: About): string =>
  fields.ma_mui_tiem
    ? nameOf("vaccination", fields.ma_mui_tiem)
    : nameOf("vaccination-of", key, foldName(fields.ma_vac_xin ?? vaccine), foldName(fields.mui ?? ""), day);

/** "Mũi 2", "2", "2/3": the dose; other words stay words. FHIR asks for a number or a text. */
function protocolOf({ mui, khang_nguyen: antigen }: CsvRow["fields"]) {
  if (!mui && !antigen) return undefined;
  const [, dose, of] =
    /^(?:m[uũ]i|li[eề]u)?\s*(?:th[uứ]|s[oố])?\s*([1-9]\d?)(?:\s*\/\s*([1-9]\d?))?$/iu.exec(mui ?? "") ?? [];
  return {
    targetDisease: antigen ? [{ text: antigen }] : [],
    doseNumberPositiveInt: dose ? Number(dose) : undefined,
    doseNumberString: dose ? undefined : (mui ?? "không ghi"),
    seriesDosesPositiveInt: of ? Number(of) : undefined,
  };
}
