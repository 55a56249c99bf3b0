import { foldName } from "#app/shared/names.ts";

/** What a row of the register's export says. */
export const registerFields = [
  "ho_ten",
  "ngay_sinh",
  "gioi_tinh",
  "so_dinh_danh",
  "ma_doi_tuong",
  "so_the_bhyt",
  "dia_chi",
  "dien_thoai",
  "ma_mui_tiem",
  "ma_vac_xin",
  "vac_xin",
  "khang_nguyen",
  "mui",
  "ngay_tiem",
  "so_lo",
  "nha_san_xuat",
  "co_so_tiem",
  "phan_ung",
  "tinh_trang",
] as const;

export type RegisterField = (typeof registerFields)[number];

/**
 * How exports of different versions and provinces head their columns, folded: no marks, case or signs. The register's
 * own export has no published form; a new spelling is one more word here.
 */
const HEADERS: Readonly<Record<RegisterField, readonly string[]>> = {
  ho_ten: [
    "ho ten",
    "ho va ten",
    "ten doi tuong",
    "ho ten doi tuong",
    "ho ten tre",
    "ten tre",
    "ho va ten tre",
    "full name",
    "name",
  ],
  ngay_sinh: ["ngay sinh", "ngay thang nam sinh", "nam sinh", "date of birth", "birth date", "dob"],
  gioi_tinh: ["gioi tinh", "gioi", "phai", "sex", "gender"],
  so_dinh_danh: [
    "so dinh danh",
    "so dinh danh ca nhan",
    "ma dinh danh",
    "ma dinh danh ca nhan",
    "so cccd",
    "so cccd cmnd",
    "cmnd",
    "cccd",
    "can cuoc",
    "so can cuoc",
    "so can cuoc cong dan",
    "cccd cmnd",
    "cmnd cccd",
    "so cmnd cccd",
    "personal number",
  ],
  ma_doi_tuong: ["ma doi tuong", "ma doi tuong tiem chung", "ma tiem chung", "id doi tuong", "ma dt", "subject id"],
  so_the_bhyt: ["so the bhyt", "ma the bhyt", "the bhyt", "so bhyt", "so the bao hiem y te"],
  dia_chi: ["dia chi", "dia chi thuong tru", "dia chi hien tai", "noi o", "noi o hien nay"],
  dien_thoai: ["dien thoai", "so dien thoai", "sdt", "dien thoai me", "dien thoai nguoi giam ho"],
  ma_mui_tiem: ["ma mui tiem", "ma lan tiem", "id mui tiem", "ma lich su tiem", "vaccination id"],
  ma_vac_xin: ["ma vac xin", "ma vaccine", "ma vacxin", "vaccine code"],
  vac_xin: [
    "vac xin",
    "vaccine",
    "vacxin",
    "ten vac xin",
    "ten vaccine",
    "ten vacxin",
    "loai vac xin",
    "loai vaccine",
    "tiem chung",
    "ten thuoc",
  ],
  khang_nguyen: ["khang nguyen", "ten khang nguyen", "antigen", "benh phong", "phong benh"],
  mui: ["mui", "mui thu", "mui so", "so mui", "thu tu mui", "lieu", "lieu thu", "dose", "dose number"],
  ngay_tiem: [
    "ngay tiem",
    "ngay gio tiem",
    "ngay tiem chung",
    "thoi gian tiem",
    "ngay thuc hien",
    "vaccination date",
    "date given",
  ],
  so_lo: ["so lo", "lo", "lo vac xin", "so lo vac xin", "lo vaccine", "so lo vaccine", "lot", "lot number"],
  nha_san_xuat: ["nha san xuat", "hang san xuat", "nsx", "manufacturer"],
  co_so_tiem: [
    "co so tiem",
    "co so tiem chung",
    "noi tiem",
    "don vi tiem",
    "diem tiem",
    "ten co so",
    "ten co so tiem",
    "place",
  ],
  phan_ung: ["phan ung", "phan ung sau tiem", "phan ung sau tiem chung", "ptst", "reaction"],
  tinh_trang: ["tinh trang", "trang thai", "trang thai mui tiem", "tinh trang tiem", "ket qua", "status"],
};

const BY_HEADER: ReadonlyMap<string, RegisterField> = new Map(
  registerFields.flatMap((field) =>
    [field.replaceAll("_", " "), ...HEADERS[field]].map((header) => [header, field] as const),
  ),
);

/**
 * What a column holds, by its heading however it is written: "Họ và tên (*)", "HO_TEN", "Ngày tiêm (dd/MM/yyyy)",
 * "Số CCCD/Mã định danh" (where both say the same).
 */
export function fieldOf(header: string): RegisterField | undefined {
  const plain = header.replace(/\([^)]*\)|\*/g, " ");
  const whole = BY_HEADER.get(foldName(plain));
  if (whole || !plain.includes("/")) return whole;
  const [said, ...others] = new Set(plain.split("/").flatMap((part) => BY_HEADER.get(foldName(part)) ?? []));
  return others.length === 0 ? said : undefined;
}
