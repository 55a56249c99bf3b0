/** The glossary of tests: its pages, and the part beside a result. Its entries hold both languages themselves. */
export const tests = {
  title: "Các xét nghiệm thường gặp",
  lead: "Xét nghiệm đo gì, làm để làm gì, và điều gì có thể làm kết quả thay đổi.",
  about: "Xét nghiệm này là gì",
  moves: "Điều có thể làm kết quả thay đổi:",
  search: "Tìm theo tên hoặc chữ viết tắt",
  searchHint: "Ví dụ: duong huyet, HbA1c, men gan. Không cần gõ dấu.",
  find: "Tìm",
  none: "Chưa có xét nghiệm nào khớp với “{words}”",
  all: "Xem tất cả",
  count: { many: "{n} xét nghiệm" },
  checked:
    "Phần giải thích viết theo các nguồn công khai, đối chiếu ngày {date}. Phần này không thay lời bác sĩ và không có mức bình thường chung: mức thường gặp là của từng phòng xét nghiệm.",
  noRange: "Ở đây không ghi mức bình thường, vì mỗi phòng xét nghiệm có mức riêng, in cùng kết quả.",
  alsoCalled: "Phòng xét nghiệm còn viết: {names}",
  sources: "Viết theo nguồn nào",
  sourcesNote: "Lời giải thích do Sổ Khỏe viết lại, không chép từ nguồn.",
  source: {
    medlineplus: "MedlinePlus (Thư viện Y khoa Quốc gia Hoa Kỳ): {page}, medlineplus.gov/lab-tests",
    "byt-biochemistry":
      "Bộ Y tế: Hướng dẫn quy trình kỹ thuật chuyên ngành Hóa sinh (Quyết định 320/QĐ-BYT ngày 23/01/2014)",
    "byt-haematology":
      "Bộ Y tế: Hướng dẫn quy trình kỹ thuật chuyên ngành Huyết học – Truyền máu – Miễn dịch – Di truyền – Sinh học phân tử (Quyết định 2017/QĐ-BYT ngày 09/6/2014)",
    "byt-microbiology":
      "Bộ Y tế: Hướng dẫn thực hành kỹ thuật xét nghiệm vi sinh lâm sàng (Quyết định 1539/QĐ-BYT ngày 20/4/2017)",
  },
  group: {
    "blood-count": "Công thức máu và nhóm máu",
    sugar: "Đường huyết",
    fats: "Mỡ máu",
    "kidney-and-salts": "Thận và muối khoáng",
    "liver-and-pancreas": "Gan, mật, tụy",
    urine: "Nước tiểu",
    "heart-and-inflammation": "Tim, cơ và viêm",
    clotting: "Đông máu",
    "iron-and-vitamins": "Sắt và vitamin",
    hormones: "Nội tiết",
    infections: "Nhiễm trùng",
    immunity: "Miễn dịch và dị ứng",
    "tumour-markers": "Chất chỉ điểm khối u",
    "breath-stool-and-other": "Khí máu, phân, trước sinh và xét nghiệm khác",
  },
} as const;

/** The same test over time. */
export const trend = {
  title: "Các lần làm xét nghiệm này",
  here: "(đang xem)",
  band: "Dải nhạt là mức thường gặp do {facility} gửi kèm kết quả đang xem; nơi khác có thể có mức khác.",
  apart: {
    unit: { many: "{n} lần dùng đơn vị đo không so được nên không nối vào đường (dấu × ở trục)." },
    method: { many: "{n} lần làm bằng phương pháp khác nên không nối vào đường (dấu × ở trục)." },
    specimen: { many: "{n} lần làm trên loại mẫu khác nên không nối vào đường (dấu × ở trục)." },
  },
  why: { unit: "đơn vị khác, không so được", method: "phương pháp khác", specimen: "loại mẫu khác" },
  about: "≈ {value}",
  newest: "Mới nhất: {value}",
  converted: "Chấm rỗng: nơi làm dùng đơn vị khác, đã đổi sang đơn vị của kết quả đang xem.",
  bounds: "Mũi tên: phòng xét nghiệm chỉ báo thấp hơn hoặc cao hơn một mức.",
  inWords:
    "Biểu đồ {n} lần đo từ {from} đến {to}: thấp nhất {least}, cao nhất {most}, lần mới nhất {last}. Có bảng số liệu bên dưới.",
} as const;
