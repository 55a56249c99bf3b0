import type { CasePackage, SourceRow, TableName } from "../package.ts";
import { icdCodesOf } from "../values.ts";
import type { DoorLabel } from "./mapped.ts";
import { isPositiveHivTest, labelsOfCodes, tellsOfHiv } from "./protected-codes.ts";

const ALL: readonly DoorLabel[] = ["hiv", "psychiatry", "reproductive", "violence"];

/** What the whole case is protected by: from its codes, its medicines, and the tables that speak of HIV. */
export function labelsOf(pkg: CasePackage): DoorLabel[] {
  const rows = (table: TableName) => pkg.tables[table] ?? [];
  const labels = labelsOfCodes(codesOf(pkg));
  const medicines = [...rows("XML2"), ...rows("XML13"), ...rows("XML0")].flatMap(({ fields }) =>
    [fields.TEN_THUOC, fields.HAM_LUONG].flatMap((name) => name ?? []),
  );
  const hiv =
    rows("XML6").length > 0 ||
    rows("XML15").some(saysHiv) ||
    tellsOfHiv(medicines) ||
    rows("XML4").some((row) => isPositive(row, rows("XML3")));
  if (hiv) labels.add("hiv");
  if ([...rows("XML7"), ...rows("XML11")].some(endedPregnancy)) labels.add("reproductive");
  return ALL.filter((label) => labels.has(label));
}

function* codesOf(pkg: CasePackage): Generator<string> {
  for (const table of ["XML1", "XML13", "XML14"] as const) {
    for (const { fields } of pkg.tables[table] ?? []) {
      yield* icdCodesOf(fields.MA_BENH_CHINH);
      yield* icdCodesOf(fields.MA_BENH_KT);
    }
  }
  for (const { fields } of pkg.tables.XML3 ?? []) yield* icdCodesOf(fields.MA_BENH);
}

/** Whether somebody was tested is itself said by these fields. */
const saysHiv = ({ fields }: SourceRow): boolean =>
  Object.keys(fields).some((name) => name.endsWith("_HIV") || name === "BDDT_ARV");

const endedPregnancy = ({ fields }: SourceRow): boolean =>
  fields.MA_DINH_CHI_THAI === "1" || Boolean(fields.NGUYENNHAN_DINHCHI || fields.THOIGIAN_DINHCHI);

function isPositive({ fields }: SourceRow, services: readonly SourceRow[]): boolean {
  const service = services.find((row) => row.fields.MA_DICH_VU && row.fields.MA_DICH_VU === fields.MA_DICH_VU);
  const said = [fields.GIA_TRI, fields.KET_LUAN, fields.MO_TA].filter(Boolean).join(" ");
  return isPositiveHivTest(`${fields.TEN_CHI_SO ?? ""} ${service?.fields.TEN_DICH_VU ?? ""}`, said);
}
