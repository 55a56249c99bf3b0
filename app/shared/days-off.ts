/** Days off of Vietnamese public offices and hospitals' administration, beside Saturdays and Sundays. */
export interface DaysOff {
  /** First and last day, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  name: string;
  /** Announced by the government, or still worked out from the Labour Code. */
  basis: "announced" | "expected";
}

const expected = (name: string, from: string, to = from): DaysOff => ({ from, to, name, basis: "expected" });
const announced = (name: string, from: string, to = from): DaysOff => ({ from, to, name, basis: "announced" });

/**
 * Article 112 of the Labour Code 45/2019/QH14, with the days in lieu where a holiday falls on a weekend, and the swaps of
 * the yearly announcement. Add a year here when it is announced; beyond the last one only weekends count, which makes
 * a deadline earlier and never later.
 */
export const daysOff: readonly DaysOff[] = [
  announced("Tết Dương lịch", "2026-01-01", "2026-01-02"),
  announced("Tết Nguyên đán Bính Ngọ", "2026-02-14", "2026-02-22"),
  announced("Giỗ Tổ Hùng Vương", "2026-04-26", "2026-04-27"),
  announced("Ngày Chiến thắng và Quốc tế Lao động", "2026-04-30", "2026-05-01"),
  announced("Quốc khánh", "2026-08-29", "2026-09-02"),
  expected("Tết Dương lịch", "2027-01-01"),
  expected("Tết Nguyên đán Đinh Mùi", "2027-02-05", "2027-02-11"),
  expected("Giỗ Tổ Hùng Vương", "2027-04-16"),
  expected("Ngày Chiến thắng và Quốc tế Lao động", "2027-04-30", "2027-05-03"),
  expected("Quốc khánh", "2027-09-02", "2027-09-03"),
];
