/** The invented province's facilities. Codes begin with 99, which no real province has. */
export interface SandboxFacility {
  key: string;
  kind: "hospital" | "clinic" | "station" | "pharmacy" | "department";
  code5: string;
  code13: string;
  name: string;
  nameEn: string;
  shortName: string;
  address: string;
  phone: string;
  /** Hours between deliveries that are normal; none for those that send nothing. */
  expectedEveryHours: number | undefined;
}

const feedOf = (hours: number) => ({ expectedEveryHours: hours });
const silent = { expectedEveryHours: undefined };

export const facilities: readonly SandboxFacility[] = [
  {
    key: "general-hospital",
    kind: "hospital",
    code5: "99001",
    code13: "9900100000017",
    name: "Bệnh viện Đa khoa tỉnh Kinh Bắc",
    nameEn: "Kinh Bac General Hospital",
    shortName: "BV Đa khoa Kinh Bắc",
    address: "Số 1 đường Lý Thái Tổ, phường Vũ Ninh, tỉnh Kinh Bắc",
    phone: "0222 000 001",
    ...feedOf(24),
  },
  {
    key: "children-hospital",
    kind: "hospital",
    code5: "99002",
    code13: "9900200000024",
    name: "Bệnh viện Sản Nhi Kinh Bắc",
    nameEn: "Kinh Bac Women and Children Hospital",
    shortName: "BV Sản Nhi Kinh Bắc",
    address: "Số 18 đường Nguyễn Cao, phường Võ Cường, tỉnh Kinh Bắc",
    phone: "0222 000 002",
    ...feedOf(24),
  },
  {
    key: "psychiatric-hospital",
    kind: "hospital",
    code5: "99003",
    code13: "9900300000031",
    name: "Bệnh viện Sức khỏe Tâm thần Kinh Bắc",
    nameEn: "Kinh Bac Mental Health Hospital",
    shortName: "BV Sức khỏe Tâm thần",
    address: "Số 7 đường Thiên Đức, phường Kinh Bắc, tỉnh Kinh Bắc",
    phone: "0222 000 003",
    ...feedOf(72),
  },
  {
    key: "traditional-hospital",
    kind: "hospital",
    code5: "99004",
    code13: "9900400000048",
    name: "Bệnh viện Y học cổ truyền Kinh Bắc",
    nameEn: "Kinh Bac Traditional Medicine Hospital",
    shortName: "BV Y học cổ truyền",
    address: "Số 45 đường Ngô Gia Tự, phường Suối Hoa, tỉnh Kinh Bắc",
    phone: "0222 000 004",
    ...silent,
  },
  {
    key: "regional-centre",
    kind: "hospital",
    code5: "99010",
    code13: "9901000000055",
    name: "Trung tâm Y tế khu vực Đông Ngàn",
    nameEn: "Dong Ngan Regional Health Centre",
    shortName: "TTYT Đông Ngàn",
    address: "Phố Chùa Dận, phường Đông Ngàn, tỉnh Kinh Bắc",
    phone: "0222 000 010",
    ...feedOf(48),
  },
  {
    key: "commune-station",
    kind: "station",
    code5: "99101",
    code13: "9910100000062",
    name: "Trạm Y tế xã Tam Giang",
    nameEn: "Tam Giang Commune Health Station",
    shortName: "Trạm Y tế Tam Giang",
    address: "Thôn Đông, xã Tam Giang, tỉnh Kinh Bắc",
    phone: "0222 000 101",
    ...feedOf(168),
  },
  {
    key: "clinic",
    kind: "clinic",
    code5: "99201",
    code13: "9920100000079",
    name: "Phòng khám Đa khoa An Bình",
    nameEn: "An Binh Polyclinic",
    shortName: "PK An Bình",
    address: "Số 27 đường Trần Hưng Đạo, phường Tiền An, tỉnh Kinh Bắc",
    phone: "0222 000 201",
    ...feedOf(24),
  },
  {
    key: "pharmacy-minh-tam",
    kind: "pharmacy",
    code5: "99301",
    code13: "9930100000086",
    name: "Nhà thuốc Minh Tâm",
    nameEn: "Minh Tam Pharmacy",
    shortName: "Nhà thuốc Minh Tâm",
    address: "Số 3 đường Hàn Thuyên, phường Ninh Xá, tỉnh Kinh Bắc",
    phone: "0222 000 301",
    ...silent,
  },
  {
    key: "pharmacy-hong-phuc",
    kind: "pharmacy",
    code5: "99302",
    code13: "9930200000093",
    name: "Nhà thuốc Hồng Phúc",
    nameEn: "Hong Phuc Pharmacy",
    shortName: "Nhà thuốc Hồng Phúc",
    address: "Phố Viềng, phường Từ Sơn, tỉnh Kinh Bắc",
    phone: "0222 000 302",
    ...silent,
  },
  {
    key: "health-department",
    kind: "department",
    code5: "99000",
    code13: "9900000000000",
    name: "Sở Y tế tỉnh Kinh Bắc",
    nameEn: "Kinh Bac Department of Health",
    shortName: "Sở Y tế Kinh Bắc",
    address: "Số 3 đường Lý Thái Tổ, phường Suối Hoa, tỉnh Kinh Bắc",
    phone: "0222 000 000",
    ...silent,
  },
];

export function facility(key: string): SandboxFacility {
  const found = facilities.find((f) => f.key === key);
  if (!found) throw new Error(`The sandbox has no facility "${key}".`);
  return found;
}
