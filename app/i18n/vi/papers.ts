/** Everything a counter asks for, on one page. */
export const papers = {
  title: "Giấy tờ đi khám",
  door: "Thẻ BHYT có mã QR, giấy chuyển tuyến, giấy hẹn khám lại",
  lead: "Đưa trang này hoặc bản in tại quầy tiếp đón. Trang không có chẩn đoán hay kết quả khám.",
  qr: "Mã QR của số thẻ {number}",
  qrHelp: "Mã QR chỉ chứa số {number}, để quầy quét thay vì gõ.",
  list: "Giấy còn giá trị",
  kind: { referral: "Giấy chuyển tuyến", "re-examination": "Giấy hẹn khám lại" },
  number: "Số {number}",
  from: "{facility} lập ngày {date}",
  fromUndated: "{facility} lập, không ghi ngày",
  to: "Chuyển đến {place}",
  validity: {
    good: "Còn giá trị đến hết ngày {date}",
    "if-listed": "Có thể còn giá trị đến {date}",
    today: "Hẹn khám hôm nay, {date}",
    ahead: "Hẹn khám ngày {date}",
    passed: "Đã qua ngày hẹn {date}",
    "no-day": "Không ghi ngày hẹn",
  },
  explain: {
    good: "Giấy dùng được 10 ngày làm việc kể từ ngày ký ({source}).",
    "if-listed":
      "Đã quá 10 ngày làm việc. Bệnh thuộc danh mục dùng giấy một năm thì vẫn dùng được; hỏi nơi đã chuyển ({source}).",
    today: "Mỗi giấy hẹn dùng một lần ({source}).",
    ahead: "Đến đúng ngày; mỗi giấy hẹn dùng một lần. Không đến được thì gọi nơi đã hẹn ({source}).",
    passed: "Gọi nơi đã hẹn để xin hẹn lại trước khi đi ({source}).",
    "no-day": "Ngày hẹn có trong nội dung giấy, hoặc hỏi nơi đã hẹn ({source}).",
  },
  source: {
    "circular-01-2025": "Thông tư 01/2025/TT-BYT",
    "circular-01-2025-article-11": "Thông tư 01/2025/TT-BYT, điều 11",
  },
  open: "Xem lần khám đã lập giấy",
  none: "Không thấy giấy chuyển tuyến hay giấy hẹn khám lại còn giá trị",
  noneHelp:
    "Giấy hiện ở đây khi nơi lập gửi dữ liệu, thường vài ngày sau lần khám. Vừa được chuyển hoặc hẹn mà chưa thấy thì mở Sổ sức khỏe điện tử trên VNeID, hoặc hỏi nơi lập giấy.",
  over: { many: "{n} giấy đã hết giá trị, còn trong phần Giấy tờ." },
  overSee: "Xem phần Giấy tờ",
  rule: "Nơi khám không được đòi bản giấy",
  ruleCard:
    "Thẻ giấy và thẻ điện tử có giá trị như nhau. Nơi khám phải nhận căn cước, VNeID mức 2 hoặc VssID (Luật 51/2024/QH15, Nghị định 188/2025/NĐ-CP).",
  rulePapers:
    "Giấy đã hiện đủ trong Sổ sức khỏe điện tử trên VNeID có giá trị như bản giấy, và nơi khám không được yêu cầu bản giấy nữa (Quyết định 31/QĐ-BYT ngày 06/01/2026).",
  vneid: "Xem các giấy này trên VNeID",
  vneidWhere:
    "Mở VNeID (mức 2): Ví giấy tờ có thẻ BHYT; Sổ sức khỏe điện tử có giấy chuyển tuyến và giấy hẹn khám lại. Trang này giúp tìm và in cho nhanh, không thay VNeID.",
  demand: "Nơi này vẫn đòi bản giấy?",
  demandLead:
    "Sở Y tế chỉ thấy số lượt của từng nơi theo tháng, không thấy ai báo. Mỗi người được đếm một lần một ngày cho mỗi nơi.",
  which: "Nơi nào đòi?",
  choose: "Chọn nơi khám, nhà thuốc",
  tell: "Báo nơi này vẫn đòi bản giấy",
  told: "Đã ghi nhận, không kèm tên ai. Nếu quầy vẫn không nhận, gọi %phone%.",
  print: "Muốn có bản giấy cho mình: dùng lệnh In của trình duyệt, vừa một trang A4.",
} as const;
