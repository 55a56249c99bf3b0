/** How a child has grown. */
export const growth = {
  title: "Biểu đồ tăng trưởng",
  measure: { weight: "Cân nặng", height: "Chiều cao, chiều dài", head: "Vòng đầu", bmi: "Chỉ số khối cơ thể (BMI)" },
  noBands:
    "Đường vẽ từ các lần đo của chính trẻ. Ở đây chưa vẽ dải chuẩn của Tổ chức Y tế Thế giới vì bảng số liệu chuẩn chưa được đưa vào Sổ Khỏe; trẻ lớn đều hay chậm, hãy hỏi bác sĩ.",
  none: "Sổ chưa có lần cân, đo nào",
  ofAge: "Biểu đồ tăng trưởng dành cho người dưới 19 tuổi đã có ngày sinh trong sổ",
  door: "Cân nặng, chiều cao, vòng đầu qua các lần đo",
} as const;
