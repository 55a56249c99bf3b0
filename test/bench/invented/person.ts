import { type Random, seeded } from "../../support/random.ts";

const FAMILY = [
  "Nguyễn",
  "Trần",
  "Lê",
  "Phạm",
  "Huỳnh",
  "Hoàng",
  "Phan",
  "Vũ",
  "Võ",
  "Đặng",
  "Bùi",
  "Đỗ",
  "Hồ",
  "Ngô",
  "Dương",
  "Lý",
];
const MIDDLE = {
  female: ["Thị", "Ngọc", "Thu", "Thanh", "Kim", "Mỹ"],
  male: ["Văn", "Hữu", "Đức", "Minh", "Quốc", "Công"],
};
const GIVEN = {
  female: ["Lan", "Hoa", "Hương", "Trang", "Linh", "Mai", "Thảo", "Yến", "Ngân", "Hạnh", "Phượng", "Diệu"],
  male: ["Hùng", "Dũng", "Tuấn", "Nam", "Sơn", "Phúc", "Khang", "Bảo", "Thành", "Long", "Quân", "Tín"],
};

export interface InventedPerson {
  at: number;
  number: string;
  name: string;
  gender: "female" | "male";
  birthDate: string;
  /** Visits over the years simulated; most have few, some very many. */
  visits: number;
  random: Random;
}

/** The person at this place, always the same: age by the province's pyramid, visits by age and by chance. */
export function inventedPerson(at: number): InventedPerson {
  const random = seeded(at * 7_919 + 17);
  const gender = random.next() < 0.51 ? "female" : "male";
  const age = Math.floor(Math.min(95, random.next() < 0.75 ? random.next() * 55 : 30 + random.next() * 65));
  const born = new Date(Date.UTC(2026 - age, random.below(12), 1 + random.below(28)));
  return {
    at,
    number: `${String(1 + random.below(96)).padStart(3, "0")}${gender === "female" ? 1 : 0}${String(10_000_000 + at).slice(-8)}`,
    name: `${random.of(FAMILY)} ${random.of(MIDDLE[gender])} ${random.of(GIVEN[gender])}`,
    gender,
    birthDate: born.toISOString().slice(0, 10),
    visits: visitsOf(random, age),
    random,
  };
}

/** Pareto: three visits in the mean, one for most, over forty for one in five hundred. */
function visitsOf(random: Random, age: number): number {
  const often = age > 60 ? 2.4 : age < 6 ? 1.8 : 1.15;
  return Math.max(1, Math.min(60, Math.floor(often * random.next() ** -0.62)));
}
