import { facility } from "../facilities.ts";
import { type Chart, chart } from "../fhir/chart.ts";
import type { Home } from "../fhir/patient.ts";
import type { Moment } from "../fhir/types.ts";
import { persona } from "../personas.ts";

/** Households. Phones begin with 095, which no operator has; cards with 99, which no insurer issues. */
const homes: Readonly<Record<string, Home>> = {
  lan: {
    line: "Thôn Đông",
    commune: "xã Tam Giang",
    phone: "0950000101",
    insurance: "9900000101",
    contact: { relation: "Con trai", name: "Trần Văn Hùng", phone: "0950000102" },
  },
  hung: { line: "Số 14 ngõ 3 phố Vũ Giới", commune: "phường Kinh Bắc", phone: "0950000102", insurance: "9900000102" },
  ha: { line: "Số 8 đường Hồ Ngọc Lân", commune: "phường Võ Cường", phone: "0950000103", insurance: "9900000103" },
  bao: {
    line: "Số 8 đường Hồ Ngọc Lân",
    commune: "phường Võ Cường",
    phone: "0950000103",
    insurance: "9900000104",
    contact: { relation: "Mẹ", name: "Phạm Thu Hà", phone: "0950000103" },
  },
  quan: {
    line: "Tổ dân phố Thượng",
    commune: "phường Đông Ngàn",
    phone: "0950000105",
    insurance: "9900000105",
    contact: { relation: "Bố", name: "Hoàng Minh Sơn", phone: "0950000125" },
  },
  mai: { line: "Thôn Đoài", commune: "xã Tam Giang", phone: "0950000106", insurance: "9900000106" },
  thanh: { line: "Số 31 phố Viềng", commune: "phường Từ Sơn", phone: "0950000107", insurance: "9900000107" },
  claire: { line: "Căn hộ 1204, chung cư Hồng Hạc", commune: "phường Vũ Ninh", phone: "0950000108" },
  hoa: { line: "Thôn Vọng Nguyệt", commune: "xã Tam Giang", phone: "0950000109", insurance: "9900000109" },
  vinh: { line: "Số 5 đường Hàn Thuyên", commune: "phường Ninh Xá", phone: "0950000110", insurance: "9900000110" },
  "duc-anh": {
    line: "Số 22 đường Bình Than",
    commune: "phường Võ Cường",
    phone: "0950000112",
    insurance: "9900000112",
  },
  trang: { line: "Số 9 ngõ 41 Trần Hưng Đạo", commune: "phường Tiền An", phone: "0950000113", insurance: "9900000113" },
};

/** The household of a persona, as facilities register it. */
export function homeOf(personaKey: string): Home {
  const home = homes[personaKey];
  if (!home) throw new Error(`No household is invented for "${personaKey}".`);
  return home;
}

/** The chart a facility keeps of a persona, under its own number. */
export const chartOf = (facilityKey: string, personaKey: string, number: string, since: Moment): Chart =>
  chart(facility(facilityKey), persona(personaKey), { number, since, home: homeOf(personaKey) });
