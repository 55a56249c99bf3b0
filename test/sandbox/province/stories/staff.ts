import { facility } from "../facilities.ts";
import { room, staff } from "../fhir/chart.ts";

const hospital = facility("general-hospital");
const children = facility("children-hospital");
const mental = facility("psychiatric-hospital");
const centre = facility("regional-centre");
const station = facility("commune-station");
const clinic = facility("clinic");

/** The people who see the personas. Two of them are personas themselves: Trần Đức Anh and Nguyễn Thu Trang. */
export const doctors = {
  endocrinologist: staff(hospital, "012", "BS.CKII.", "Trần Đức Anh"),
  pulmonologist: staff(hospital, "027", "ThS.BS.", "Nguyễn Hữu Lộc"),
  radiologist: staff(hospital, "041", "BS.CKI.", "Phạm Văn Khải"),
  cardiologist: staff(hospital, "033", "BS.CKI.", "Đặng Thị Minh Châu"),
  gastroenterologist: staff(hospital, "038", "BS.CKII.", "Lưu Quang Huy"),
  general: staff(hospital, "060", "BS.", "Ngô Thị Bích"),
  obstetrician: staff(children, "015", "BS.CKII.", "Dương Thị Hạnh"),
  sonographer: staff(children, "021", "BS.CKI.", "Cao Xuân Trường"),
  paediatrician: staff(children, "009", "BS.CKI.", "Lê Thị Phương Dung"),
  childLaboratory: staff(children, "052", "CN.", "Tạ Văn Thắng"),
  socialWorker: staff(children, "070", "CN.", "Hoàng Thị Thanh Tâm"),
  psychiatrist: staff(mental, "006", "BS.CKI.", "Bùi Đức Thiện"),
  orthopaedist: staff(centre, "018", "BS.", "Nguyễn Khắc Duy"),
  eyes: staff(centre, "022", "BS.CKI.", "Mai Thị Lụa"),
  stationDoctor: staff(station, "001", "BS.", "Nguyễn Văn Phúc"),
  stationNurse: staff(station, "003", "YS.", "Trần Thị Mận"),
  stationMidwife: staff(station, "004", "HS.", "Ngô Thị Lành"),
  clinicDoctor: staff(clinic, "002", "BS.", "Nguyễn Thu Trang"),
  clinicGynaecologist: staff(clinic, "005", "BS.CKI.", "Đỗ Thị Vân Anh"),
  clinicCounsellor: staff(clinic, "008", "ThS.", "Lại Minh Ngọc"),
} as const;

export const rooms = {
  endocrinology: room(hospital, "12", "Phòng 12, tầng 2, nhà B"),
  gastroenterology: room(hospital, "25", "Phòng 25, tầng 3, nhà B"),
  antenatal: room(children, "06", "Phòng 6, tầng 1, khu khám sản"),
} as const;
