/** People of the invented province. Their numbers begin with 099, which no real birth register uses. */
export interface Persona {
  key: string;
  /** What is typed into the sandbox's sign-in page: the personal number, or an account code. */
  login: string;
  personalNumber: string | undefined;
  passport: string | undefined;
  name: string;
  birthDate: string;
  gender: "male" | "female";
  /** Highest assurance level the sandbox provider can give; 0 cannot sign in at all. */
  assuranceLevel: 0 | 1 | 2 | 3;
  roles: ("citizen" | "pharmacist" | "clinician" | "clerk" | "operator" | "privacy-officer")[];
  /** Keys of the facilities they work at. */
  staffOf: string[];
  degree?: string;
  /** Number of the practice licence. */
  licence?: string;
  story: { vi: string; en: string };
}

const citizen = { passport: undefined, assuranceLevel: 3 as const, roles: ["citizen" as const], staffOf: [] };

function person(
  key: string,
  personalNumber: string,
  name: string,
  gender: Persona["gender"],
  birthDate: string,
  story: Persona["story"],
  more: Partial<Persona> = {},
): Persona {
  return { key, login: personalNumber, personalNumber, name, gender, birthDate, story, ...citizen, ...more };
}

export const personas: readonly Persona[] = [
  person("lan", "099161000101", "Nguyễn Thị Lan", "female", "1961-03-12", {
    vi: "Nông dân, đái tháo đường và tăng huyết áp, dị ứng thuốc nhóm sulfa. Sổ có dữ liệu của ba cơ sở; con trai xem giúp; đã ẩn một lần khám.",
    en: "Farmer with diabetes and high blood pressure, allergic to sulfa drugs. Data from three facilities; her son helps her; she has hidden one visit.",
  }),
  person("hung", "099088000102", "Trần Văn Hùng", "male", "1988-09-05", {
    vi: "Con trai bà Lan, xem sổ giúp mẹ. Sổ của chính anh gần như trống.",
    en: "Lan's son, who looks at her book for her. His own book is nearly empty.",
  }),
  person("ha", "099195000103", "Phạm Thu Hà", "female", "1995-11-20", {
    vi: "Mẹ của bé Bảo hai tuổi, xem sổ tiêm chủng của con.",
    en: "Mother of two-year-old Bảo; looks after his vaccination book.",
  }),
  person(
    "bao",
    "099224000104",
    "Lê Gia Bảo",
    "male",
    "2024-10-15",
    {
      vi: "Hai tuổi, con chị Hà; không tự đăng nhập.",
      en: "Two years old, Hà's son; does not sign in himself.",
    },
    { assuranceLevel: 0 },
  ),
  person("quan", "099211000105", "Hoàng Minh Quân", "male", "2011-02-02", {
    vi: "15 tuổi, tự xem sổ của mình; có một lần khám riêng tư mà bố mẹ không thấy.",
    en: "15 years old, reads his own book; one private visit stays hidden from his parents.",
  }),
  person("mai", "099198000106", "Vũ Thị Mai", "female", "1998-06-30", {
    vi: "Đang mang thai tháng thứ sáu, khám thai ở bệnh viện sản nhi và trạm y tế. Một mục bị ẩn theo quy định.",
    en: "Six months pregnant, antenatal visits at the women's hospital and the station. One item is hidden by rule.",
  }),
  person("thanh", "099075000107", "Đỗ Văn Thành", "male", "1975-04-18", {
    vi: "Thẻ BHYT bị người khác dùng: trong sổ có một lần khám mà ông không đi.",
    en: "Somebody used his insurance card: the book shows a visit he never made.",
  }),
  {
    ...citizen,
    key: "claire",
    login: "NNN-2026-000108",
    personalNumber: undefined,
    passport: "24KB19035",
    name: "Claire Dubois",
    gender: "female",
    birthDate: "1990-07-14",
    story: {
      vi: "Người nước ngoài, chưa có số định danh 12 chữ số; tìm thấy qua hộ chiếu đã xác thực.",
      en: "A foreigner without a 12-digit number; found through her verified passport.",
    },
  },
  person(
    "hoa",
    "099170000109",
    "Bùi Thị Hoa",
    "female",
    "1970-01-25",
    {
      vi: "Tài khoản định danh mức 1: được giải thích vì sao chưa mở được sổ và làm mức 2 ở đâu.",
      en: "Assurance level 1: is told why the book stays closed and where to get level 2.",
    },
    { assuranceLevel: 1 },
  ),
  person(
    "vinh",
    "099085000110",
    "Ngô Quang Vinh",
    "male",
    "1985-12-03",
    {
      vi: "Dược sĩ Nhà thuốc Minh Tâm.",
      en: "Pharmacist at Minh Tam Pharmacy.",
    },
    {
      roles: ["citizen", "pharmacist"],
      staffOf: ["pharmacy-minh-tam"],
      degree: "Dược sĩ đại học",
      licence: "000117/CCHN-D-SYT-KB",
    },
  ),
  person(
    "linh",
    "099193000117",
    "Đặng Mỹ Linh",
    "female",
    "1993-04-26",
    {
      vi: "Dược sĩ Nhà thuốc Minh Tâm, cùng quầy với anh Vinh.",
      en: "Pharmacist at Minh Tam Pharmacy, at the same counter as Vinh.",
    },
    {
      roles: ["citizen", "pharmacist"],
      staffOf: ["pharmacy-minh-tam"],
      degree: "Dược sĩ đại học",
      licence: "000120/CCHN-D-SYT-KB",
    },
  ),
  person(
    "thao",
    "099190000111",
    "Lý Thị Thảo",
    "female",
    "1990-05-09",
    {
      vi: "Dược sĩ Nhà thuốc Hồng Phúc.",
      en: "Pharmacist at Hong Phuc Pharmacy.",
    },
    {
      roles: ["citizen", "pharmacist"],
      staffOf: ["pharmacy-hong-phuc"],
      degree: "Dược sĩ cao đẳng",
      licence: "000118/CCHN-D-SYT-KB",
    },
  ),
  person(
    "duc-anh",
    "099079000112",
    "Trần Đức Anh",
    "male",
    "1979-08-21",
    {
      vi: "Bác sĩ nội tiết, Bệnh viện Đa khoa tỉnh Kinh Bắc.",
      en: "Endocrinologist at Kinh Bac General Hospital.",
    },
    {
      roles: ["citizen", "clinician"],
      staffOf: ["general-hospital"],
      degree: "Bác sĩ CKII Nội tiết",
      licence: "000219/KB-GPHN",
    },
  ),
  person(
    "trang",
    "099184000113",
    "Nguyễn Thu Trang",
    "female",
    "1984-02-17",
    {
      vi: "Bác sĩ Phòng khám Đa khoa An Bình.",
      en: "Doctor at An Binh Polyclinic.",
    },
    { roles: ["citizen", "clinician"], staffOf: ["clinic"], degree: "Bác sĩ CKI", licence: "000431/KB-GPHN" },
  ),
  person(
    "yen",
    "099192000114",
    "Phan Thị Yến",
    "female",
    "1992-10-30",
    {
      vi: "Nhân viên tiếp đón, Bệnh viện Đa khoa tỉnh Kinh Bắc: trả lời người dân báo sai. Sổ của chị còn trống.",
      en: "Receptionist at Kinh Bac General Hospital; answers people who report mistakes. Her own book is empty.",
    },
    { roles: ["citizen", "clerk"], staffOf: ["general-hospital"] },
  ),
  person(
    "bao-so",
    "099083000115",
    "Lương Quốc Bảo",
    "male",
    "1983-03-08",
    {
      vi: "Vận hành viên Sở Y tế: cơ sở, hệ thống kết nối, dữ liệu đã nhận.",
      en: "Operator at the Department of Health: facilities, connected systems, what was received.",
    },
    { roles: ["citizen", "operator"], staffOf: ["health-department"] },
  ),
  person(
    "tam",
    "099184000118",
    "Đỗ Thị Minh Tâm",
    "female",
    "1984-05-21",
    {
      vi: "Vận hành viên Sở Y tế: người thứ hai, xác nhận khi anh Bảo nối một tài khoản với người anh đã tra ra.",
      en: "Operator at the Department of Health: the second one, who confirms when an account is to be linked to somebody looked up.",
    },
    { roles: ["citizen", "operator"], staffOf: ["health-department"] },
  ),
  person(
    "nhung",
    "099189000116",
    "Tạ Hồng Nhung",
    "female",
    "1989-07-19",
    {
      vi: "Chuyên viên Sở Y tế: giải quyết yêu cầu sửa sai mà cơ sở trả lời chậm hoặc người dân không đồng ý.",
      en: "Officer at the Department of Health: handles reports that a facility answered late or people disagree with.",
    },
    { roles: ["citizen", "clerk"], staffOf: ["health-department"] },
  ),
  {
    ...citizen,
    key: "an",
    login: "NNN-2026-000117",
    personalNumber: undefined,
    passport: undefined,
    name: "Lê Hoài An",
    gender: "female",
    birthDate: "1972-09-02",
    story: {
      vi: "Tài khoản không kèm số giấy tờ nào: chưa biết sổ nào là của chị, nên chờ Sở Y tế xác định.",
      en: "Her account brings no number of any kind: nobody can tell which book is hers, so the health department has to.",
    },
  },
];

export function persona(key: string): Persona {
  const found = personas.find((p) => p.key === key);
  if (!found) throw new Error(`The sandbox has no persona "${key}".`);
  return found;
}
