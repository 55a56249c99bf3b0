import { dayOf, partialDateOf } from "../feed-files/dates.ts";
import type { FileIssues } from "../feed-files/file-issues.ts";
import { type FilePerson, numberOf, sexOf } from "../feed-files/person.ts";
import type { CsvRow } from "./csv.ts";

/** Who a row is about; what cannot be read of it is said, and left out. */
export function personOf({ fields, number: row }: CsvRow, issues?: FileIssues): FilePerson {
  const birthDate = fields.ngay_sinh ? (dayOf(fields.ngay_sinh) ?? partialDateOf(fields.ngay_sinh)) : undefined;
  const sex = fields.gioi_tinh ? sexOf(fields.gioi_tinh) : undefined;
  const personalNumber = numberOf(fields.so_dinh_danh);
  if (fields.so_dinh_danh && !personalNumber)
    issues?.add("warning", "personal-number-form", { row, field: "so_dinh_danh" });
  if (fields.ngay_sinh && !birthDate) issues?.add("warning", "birth-date-unread", { row, field: "ngay_sinh" });
  if (fields.gioi_tinh && !sex) issues?.add("warning", "sex-unread", { row, field: "gioi_tinh" });
  return {
    name: fields.ho_ten,
    birthDate,
    sex,
    personalNumber,
    insuranceNumber: fields.so_the_bhyt,
    ownNumber: fields.ma_doi_tuong,
    address: fields.dia_chi,
    phone: fields.dien_thoai,
  };
}
