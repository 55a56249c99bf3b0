/** Results that wait before they are shown. */
export const held = {
  class: {
    histopathology: "Kết quả giải phẫu bệnh (sinh thiết)",
    genetic: "Kết quả xét nghiệm gen",
    "hiv-confirmation": "Kết quả khẳng định HIV",
  },
  tag: "Đã có kết quả, chưa hiện nội dung",
  when: {
    histopathology: "Nội dung hiện khi bác sĩ nơi làm đã xem và giải thích, chậm nhất ngày {date}.",
    genetic: "Nội dung hiện sau khi bác sĩ nơi làm trao đổi trực tiếp, chậm nhất ngày {date}.",
    "hiv-confirmation": "Nội dung hiện sau khi nơi làm tư vấn trực tiếp, chậm nhất ngày {date}.",
  },
  call: "Muốn biết sớm hơn, hãy gọi hoặc đến {facility}.",
  rules: "Khi nào kết quả được hiện",
  rulesLead:
    "Hầu hết kết quả hiện ngay khi bệnh viện gửi đến. Chỉ vài loại dưới đây đợi bác sĩ giải thích trước, và luôn có hạn.",
  kind: "Loại kết quả",
  appears: "Hiện khi nào",
  longest: "Chậm nhất",
  from: "Áp dụng từ",
  days: { many: "{n} ngày sau khi Sổ Khỏe nhận" },
  rule: {
    "after-review": "Khi bác sĩ nơi làm đã xem và giải thích",
    "with-talk": "Sau khi bác sĩ nơi làm trao đổi trực tiếp",
  },
  always:
    "Trong lúc chờ, sổ vẫn báo là đã có kết quả và ngày hiện chậm nhất. Đến hạn thì kết quả tự hiện, dù chưa ai giải thích.",
  inCopy: "{what}: đã có, chưa hiện nội dung; sẽ hiện chậm nhất ngày {date}.",
} as const;

/** What clinicians say of results: their screen, and the words people read. */
export const explain = {
  title: "Giải thích kết quả",
  menu: "Kết quả",
  lead: "Kết quả do cơ sở gửi mà chưa ai giải thích, mới nhất ở trên. Chọn một hay nhiều kết quả rồi gửi chung một lời. Người bệnh thấy trong nhật ký ai đã mở.",
  toExplained: "Xem kết quả đã giải thích",
  toWaiting: "Xem kết quả chưa giải thích",
  none: "Không còn kết quả nào chờ giải thích",
  noneExplained: "Chưa giải thích kết quả nào",
  more: "Còn kết quả khác; gửi xong các kết quả này sẽ thấy tiếp.",
  mayBeMore: "Có thể còn thông tin không hiển thị theo quy định hoặc theo lựa chọn của người bệnh.",
  resultOf: "{title} · {name}, sinh năm {year}",
  held: "{what}: người bệnh chưa thấy nội dung, tự hiện ngày {date}.",
  phrase: "Lời gửi người bệnh",
  choice: {
    normal: "Bình thường, không cần làm gì",
    repeat: "Cần làm lại xét nghiệm",
    visit: "Hãy đặt lịch khám",
    call: "Chúng tôi sẽ gọi",
  },
  repeatAfter: { many: "Cần làm lại sau {n} tuần" },
  weeks: "Làm lại sau bao nhiêu tuần (khi chọn “Cần làm lại”)",
  words: "Lời thêm",
  wordsHint: "Viết cho người bệnh đọc, tránh chữ viết tắt.",
  send: "Gửi cho các kết quả đã chọn",
  release: "Đã trao đổi với người bệnh, cho hiện các kết quả đã chọn",
  done: { many: "Đã gửi cho {n} kết quả." },
  changed: {
    many: "{n} kết quả chưa gửi được vì vừa có người khác giải thích hoặc kết quả đã đổi. Xem lại rồi gửi nếu cần.",
  },
  by: "{name}, {facility}, ngày {date}",
  before: "Các lời trước",
} as const;
