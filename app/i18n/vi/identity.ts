/** A sign-in of which nobody can say whose it is: what its holder sees. */
export const signInHelp = {
  title: "Chưa mở được sổ",
  told: {
    "no-number":
      "Tài khoản định danh vừa đăng nhập không kèm số định danh, nên chưa biết chắc sổ nào là của bạn. Sổ Khỏe không đoán.",
    "number-changed":
      "Số định danh trong tài khoản khác với lần trước, nên chưa chắc tài khoản này mở sổ nào. Sổ Khỏe không đoán.",
    "not-matching":
      "Thông tin từ tài khoản định danh chưa đủ khớp để mở một cuốn sổ. Có khi chỉ là ghi sai ở một nơi. Để không ai xem nhầm sổ của người khác, nhân viên Sở Y tế sẽ xem lại.",
  },
  safe: "Không có thông tin nào bị mất, và chưa ai xem được gì.",
  reference: "Số hồ sơ",
  referenceHint: "Đọc số này khi gọi điện.",
  state: "Tình trạng",
  stateOf: {
    open: "Chờ nhân viên xem",
    answered: "Cần thêm từ bạn",
    linked: "Xong, đăng nhập lại là mở được sổ",
    refused: "Không mở được sổ với tài khoản này",
    lapsed: "Đã quá hạn, không còn giữ",
  },
  opened: "Gửi lúc",
  due: "Trả lời chậm nhất",
  doTitle: "Làm gì bây giờ",
  doPhone: "Để lại số điện thoại ở dưới, hoặc gọi %phone%.",
  doCard: "Chuẩn bị thẻ căn cước hoặc hộ chiếu.",
  doBack: "Lúc nào đăng nhập lại cũng trở về đúng trang này.",
  doUrgent: "Cần kết quả ngay? Quầy tiếp đón của nơi đã khám in được.",
  answerTitle: "Sở Y tế trả lời",
  answerOf: {
    "come-with-card": "Mang thẻ căn cước hoặc hộ chiếu đến trạm y tế xã hoặc Sở Y tế, đọc số hồ sơ ở trên.",
    "provider-to-correct":
      "Thông tin trong tài khoản định danh cần được sửa trước. Mang thẻ căn cước đến công an xã, phường, rồi đăng nhập lại.",
    "call-us": "Gọi %phone% và đọc số hồ sơ ở trên.",
  },
  refusedTitle: "Vì sao",
  refusalOf: {
    "not-confirmed": "Chưa xác nhận được tài khoản này là của ai. Gọi %phone% nếu có thêm giấy tờ.",
    "provider-data":
      "Thông tin trong tài khoản định danh chưa đúng. Nhờ công an xã, phường sửa, rồi đăng nhập lại; có thông tin mới là được xem lại.",
    "other-account": "Hãy đăng nhập bằng tài khoản định danh đã dùng trước đây. Không còn dùng được thì gọi %phone%.",
  },
  again: "Đăng nhập lại",
  form: "Liên lạc thế nào",
  phone: "Số điện thoại",
  phoneHint: "Chỉ để gọi về việc này. Sổ Khỏe không bao giờ hỏi mã OTP hay mật khẩu.",
  words: "Muốn nói thêm",
  wordsHint: "Ví dụ: vừa đổi số định danh, vừa sửa tên. Không cần viết về bệnh.",
  send: "Gửi cho Sở Y tế",
  sent: "Đã nhận. Nhân viên sẽ gọi vào số này.",
  left: "Số đã để lại: {phone}",
  leftWords: "Đã viết: {words}",
  change: "Đổi số điện thoại hoặc lời nhắn",
  signOut: "Đăng xuất",
  overTitle: "Trang này đã đóng",
  over: "Để an toàn, trang này chỉ mở trong một giờ sau khi đăng nhập. Đăng nhập lại để xem tiếp; những gì đã gửi vẫn còn.",
} as const;
