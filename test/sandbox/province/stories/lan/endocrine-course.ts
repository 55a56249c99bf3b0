/** Two years at the endocrine clinic, oldest first: what was measured, and what the doctor made of it. */
export interface Check {
  /** Days before today. */
  ago: number;
  time: string;
  bloodPressure: readonly [number, number];
  pulse: string;
  weight: string;
  glucose: string;
  creatinine: string;
  hba1c?: string;
  lipids?: { cholesterol: string; triglycerides: string; hdl: string; ldl: string };
  liver?: { ast: string; alt: string };
  urine?: { protein: string; ratio: string };
  reason: string;
  comment: string;
  /** What else was done that day. */
  also?: "ultrasound" | "ecg" | "eyes" | "next-steps";
}

const again = "Tái khám đái tháo đường, tăng huyết áp";

/** Checks from before the hospital was connected; they came in one delivery. */
export const earlierChecks: readonly Check[] = [
  {
    ago: 688,
    time: "07:40",
    bloodPressure: [158, 94],
    pulse: "84",
    weight: "61.5",
    glucose: "10.42",
    creatinine: "66",
    lipids: { cholesterol: "6.12", triglycerides: "2.85", hdl: "1.05", ldl: "3.98" },
    liver: { ast: "28", alt: "32" },
    urine: { protein: "Âm tính", ratio: "15.2" },
    reason: "Khát nước, tiểu nhiều, sụt 2 kg trong một tháng",
    comment:
      "Đường huyết và mỡ máu cao. Dùng thêm Glibenclamid và Atorvastatin. Ăn bớt cơm, bớt đồ ngọt, đi bộ mỗi ngày. Khám lại sau 2 tháng.",
  },
  {
    ago: 626,
    time: "07:55",
    bloodPressure: [150, 92],
    pulse: "82",
    weight: "61.0",
    glucose: "9.60",
    creatinine: "64",
    hba1c: "8.62",
    reason: again,
    comment: "Đường huyết còn cao nhưng đã giảm. Huyết áp chưa đạt mục tiêu. Giữ nguyên thuốc, ăn nhạt.",
  },
  {
    ago: 563,
    time: "08:05",
    bloodPressure: [146, 88],
    pulse: "80",
    weight: "60.5",
    glucose: "8.85",
    creatinine: "68",
    reason: again,
    comment: "Tiến triển tốt. Giữ nguyên thuốc. Dặn cách nhận biết và xử trí khi hạ đường huyết.",
  },
  {
    ago: 505,
    time: "07:35",
    bloodPressure: [142, 86],
    pulse: "86",
    weight: "60.2",
    glucose: "6.90",
    creatinine: "65",
    hba1c: "7.90",
    reason: "Hai lần run tay, vã mồ hôi lúc gần trưa; máy đo tại nhà 3,1 mmol/L",
    comment: "Có hạ đường huyết do Glibenclamid. Ngừng Glibenclamid, tăng Metformin lên 850 mg, không bỏ bữa.",
  },
  {
    ago: 441,
    time: "08:10",
    bloodPressure: [138, 84],
    pulse: "78",
    weight: "59.8",
    glucose: "7.72",
    creatinine: "67",
    lipids: { cholesterol: "5.30", triglycerides: "2.10", hdl: "1.12", ldl: "3.10" },
    liver: { ast: "24", alt: "30" },
    reason: again,
    comment: "Không còn cơn hạ đường huyết. Mỡ máu giảm rõ. Giữ nguyên thuốc.",
  },
  {
    ago: 380,
    time: "07:50",
    bloodPressure: [140, 86],
    pulse: "80",
    weight: "59.5",
    glucose: "7.48",
    creatinine: "66",
    hba1c: "7.51",
    reason: again,
    comment: "HbA1c giảm dần. Giữ nguyên thuốc, tiếp tục đi bộ 30 phút mỗi ngày.",
  },
];

/** Checks since then; each came on its own day. The newest is last. */
export const laterChecks: readonly Check[] = [
  {
    ago: 318,
    also: "ultrasound",
    time: "07:45",
    bloodPressure: [134, 82],
    pulse: "76",
    weight: "59.0",
    glucose: "7.05",
    creatinine: "70",
    urine: { protein: "Âm tính", ratio: "18.5" },
    reason: `${again}; mới khỏi viêm phổi`,
    comment: "Đã hồi phục sau viêm phổi. Đường huyết ổn. Siêu âm bụng kiểm tra gan, thận.",
  },
  {
    ago: 259,
    time: "08:00",
    bloodPressure: [132, 80],
    pulse: "76",
    weight: "58.8",
    glucose: "6.71",
    creatinine: "68",
    hba1c: "7.03",
    reason: again,
    comment: "HbA1c gần đạt mục tiêu dưới 7%. Giữ nguyên thuốc.",
  },
  {
    ago: 196,
    time: "07:40",
    bloodPressure: [136, 84],
    pulse: "78",
    weight: "58.6",
    glucose: "6.94",
    creatinine: "67",
    lipids: { cholesterol: "4.78", triglycerides: "1.75", hdl: "1.18", ldl: "2.62" },
    liver: { ast: "26", alt: "29" },
    reason: again,
    comment: "Mỡ máu gần về mức mong muốn. Giữ nguyên thuốc.",
  },
  {
    ago: 137,
    also: "ecg",
    time: "08:15",
    bloodPressure: [130, 80],
    pulse: "74",
    weight: "58.4",
    glucose: "6.52",
    creatinine: "71",
    hba1c: "6.80",
    reason: again,
    comment: "HbA1c 6,8%, đạt mục tiêu. Điện tim bình thường. Giữ nguyên thuốc.",
  },
  {
    ago: 74,
    also: "eyes",
    time: "07:30",
    bloodPressure: [134, 82],
    pulse: "76",
    weight: "58.5",
    glucose: "7.10",
    creatinine: "68",
    reason: `${again}; thỉnh thoảng nhìn mờ`,
    comment: "Đường huyết nhích lên. Đáy mắt phải có tổn thương sớm: giới thiệu khám chuyên khoa Mắt.",
  },
  {
    ago: 12,
    also: "next-steps",
    time: "07:50",
    bloodPressure: [138, 82],
    pulse: "78",
    weight: "59.0",
    glucose: "7.84",
    // Mistyped by the laboratory (69): corrected the next day.
    creatinine: "96",
    hba1c: "7.20",
    lipids: { cholesterol: "4.65", triglycerides: "1.90", hdl: "1.20", ldl: "2.48" },
    liver: { ast: "25", alt: "31" },
    urine: { protein: "Vết", ratio: "42.0" },
    reason: again,
    comment:
      "Đường huyết và HbA1c hơi cao so với lần trước, nước tiểu có ít đạm, creatinin hơi cao. Giữ nguyên thuốc, ăn bớt tinh bột và xét nghiệm lại sau 3 tuần.",
  },
];
