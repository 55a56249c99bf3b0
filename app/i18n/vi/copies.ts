/** The patient summary, and what is taken along on paper or in a calendar. */
export const summary = {
  title: "Bản tóm tắt sức khỏe quốc tế (IPS)",
  author: "Sổ Khỏe, {department}",
  about:
    "Bản tóm tắt này do Sổ Khỏe lập tự động từ những gì các nơi khám đã gửi, chưa có bác sĩ nào duyệt. Không thấy ghi không có nghĩa là không có.",
  heading: "Bản tóm tắt để đưa bác sĩ",
  help: "Tải bản tóm tắt theo chuẩn quốc tế IPS: bệnh, dị ứng, thuốc đang dùng, tiêm chủng và kết quả mới nhất. Bác sĩ nơi khác, cả ở nước ngoài, mở được bằng phần mềm của họ.",
  link: "Tải bản tóm tắt (IPS)",
  part: {
    problems: "Bệnh hiện có",
    allergies: "Dị ứng",
    medications: "Thuốc đang dùng",
    immunizations: "Tiêm chủng",
    results: "Kết quả xét nghiệm, chẩn đoán hình ảnh",
    procedures: "Phẫu thuật, thủ thuật",
    devices: "Thiết bị trong người",
    "vital-signs": "Chỉ số sinh tồn",
    "social-history": "Thói quen, hoàn cảnh sống",
    alerts: "Cảnh báo",
    "past-problems": "Bệnh đã qua và chẩn đoán của các lần khám",
    pregnancy: "Thai sản",
    "plan-of-care": "Việc sắp tới",
  },
  /** By which rule entries were chosen, said in every section. */
  rule: {
    problems:
      "Gồm mọi bệnh được ghi là đang có. Chẩn đoán chỉ ghi ở một lần khám nằm trong phần bệnh đã qua và chẩn đoán của các lần khám.",
    allergies: "Gồm mọi dị ứng đã ghi, trừ những điều đã được loại trừ.",
    medications:
      "Gồm thuốc được kê hoặc khai là đang dùng vào ngày lập bản này; không gồm thuốc đã ngừng hoặc đã hết hạn dùng.",
    immunizations: "Gồm mọi mũi tiêm đã ghi, kể cả mũi được ghi là không tiêm.",
    results: "Mỗi xét nghiệm chỉ lấy lần mới nhất.",
    procedures: "Mỗi loại thủ thuật chỉ lấy lần mới nhất.",
    devices: "Gồm mọi thiết bị đã ghi.",
    "vital-signs": "Mỗi chỉ số chỉ lấy lần đo mới nhất.",
    "social-history": "Mỗi điều chỉ lấy lần ghi mới nhất.",
    alerts: "Gồm mọi cảnh báo còn hiệu lực.",
    "past-problems": "Gồm bệnh được ghi là đã qua và mã chẩn đoán của các lần khám; mỗi mã chỉ lấy lần mới nhất.",
    pregnancy: "Gồm mọi ghi nhận về thai sản.",
    "plan-of-care": "Gồm kế hoạch chăm sóc và mũi tiêm còn ở phía trước.",
  },
} as const;

export const pdf = {
  link: "Tải PDF",
  copy: "Đây là bản sao từ Sổ Khỏe, {department}, không thay cho giấy tờ bệnh viện cấp.",
  page: "Trang {page}/{pages}",
  printedAt: "In lúc {when}",
  unprintable: "Chữ không in được trên giấy thay bằng [?]. Xem đủ chữ trong sổ.",
  tooMany: { many: "Chỉ in {n} mục mới nhất. Xem các mục cũ hơn trong sổ." },
} as const;

export const calendar = {
  add: "Thêm vào lịch của máy",
  title: "Lịch khám – {facility}",
  text: "Xem nơi khám, giờ và việc cần chuẩn bị trong Sổ Khỏe: {address}",
} as const;
