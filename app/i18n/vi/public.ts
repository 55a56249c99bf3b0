/** Pages anyone can open. */
export const landing = {
  title: "Mọi lần khám trong một cuốn sổ",
  lead: "Kết quả, thuốc, lần khám và tiêm chủng mà các bệnh viện trong tỉnh đã gửi, xem ở một nơi. Biết còn thiếu gì, biết ai đã xem.",
  signIn: "Đăng nhập bằng %provider%",
  free: "Miễn phí. Không cần cài ứng dụng.",
  exampleLabel: "Ví dụ",
  what: "Trong sổ có gì",
  whatItems: {
    record: "Một cuốn sổ",
    recordText: "Dị ứng, thuốc, bệnh, kết quả, lần khám, tiêm chủng, kèm tên nơi gửi và ngày.",
    missing: "Biết còn thiếu gì",
    missingText: "Mỗi bệnh viện đã gửi gì, lúc nào, nơi nào chưa gửi.",
    looked: "Biết ai đã xem",
    lookedText: "Mỗi lần mở sổ đều có tên, thời điểm và căn cứ.",
  },
  need: "Cần có gì",
  needText:
    "Tài khoản định danh điện tử mức 2 của chính bạn (%provider%). Không cần lập tài khoản mới, không cần mật khẩu riêng.",
  needHow: "Chưa có mức 2? Xem cách làm",
  never: "Sổ Khỏe không bao giờ",
  neverItems: {
    otp: "gọi điện hỏi mã OTP hay mật khẩu",
    app: "bảo cài ứng dụng",
    money: "bảo chuyển tiền hay hỏi số tài khoản",
  },
  neverDo: "Có người gọi như vậy: dừng cuộc gọi, rồi báo %phone%.",
  help: "Cần giúp",
  helpText: "Hoặc hỏi quầy tiếp đón của bệnh viện, trạm y tế xã.",
  already: "Đang đăng nhập: {name}",
  openBook: "Mở sổ sức khỏe",
} as const;

export const example = {
  test: "Đường huyết lúc đói",
  facility: "BV Đa khoa Kinh Bắc",
  who: "BS. Trần Đức Anh xem kết quả",
  basis: "Căn cứ: đang khám tại nơi này",
} as const;

export const signIn = {
  title: "Đăng nhập",
  lead: "Sổ Khỏe dùng tài khoản định danh điện tử của bạn. Bấm nút dưới đây, trang của hệ thống định danh sẽ mở ra; xác nhận xong sẽ trở lại Sổ Khỏe.",
  button: "Tiếp tục với {name}",
  ended: "Phiên trước đã kết thúc: lâu không dùng, hoặc đã đăng xuất. Những gì đã gửi vẫn được lưu.",
  after: "Đăng nhập xong sẽ mở trang bạn đang xem.",
  others: "Đăng nhập cách khác",
  checkTitle: "Trước khi nhập mật khẩu",
  check:
    "Sổ Khỏe không hỏi mật khẩu; chỉ nhập mật khẩu trên trang của hệ thống định danh. Không đọc mật khẩu hay mã OTP cho bất kỳ ai qua điện thoại.",
  need: "Cần tài khoản mức 2",
  needText: "Sổ sức khỏe chứa thông tin nhạy cảm nên cần tài khoản đã xác thực bằng thẻ căn cước và khuôn mặt.",
} as const;

/** Between a form of ours and another site. */
export const leaving = {
  title: "Đang mở {host}",
  text: "Trang sẽ tự mở. Nếu chờ lâu chưa thấy, hãy bấm nút dưới đây.",
  go: "Mở {host}",
} as const;

export const level = {
  title: "Cần tài khoản định danh mức 2",
  why: "Tài khoản vừa đăng nhập là mức 1, nên chưa mở được sổ. Mức 2 chắc chắn hơn: công an đã đối chiếu khuôn mặt và vân tay, nên không ai khác mở được sổ của bạn.",
  safe: "Không có thông tin nào bị mất. Có mức 2 là mở được ngay.",
  how: "Làm mức 2 ở đâu",
  step1: "Đến công an xã, phường gần nhất, nơi nào cũng được.",
  step2: "Mang thẻ căn cước và điện thoại đang dùng. Không mất tiền.",
  step3: "Công an chụp ảnh, lấy vân tay. Thường có mức 2 sau 3 đến 7 ngày làm việc; có tin báo trên điện thoại.",
  step4: "Kích hoạt mức 2 theo tin báo, rồi đăng nhập lại Sổ Khỏe.",
  foreigner: "Người nước ngoài có thẻ thường trú hoặc tạm trú: đến Phòng Quản lý xuất nhập cảnh, Công an tỉnh.",
  meanwhile: "Cần kết quả ngay hôm nay? Quầy tiếp đón của nơi đã khám in được cho bạn.",
  again: "Đăng nhập lại",
} as const;

export const problem = {
  title: "Chưa đăng nhập được",
  again: "Đăng nhập lại",
  againWith: "Đăng nhập lại với {name}",
  others: "Chọn cách đăng nhập khác",
  nothingLost: "Không có thông tin nào bị mất.",
  stillWrong: "Vẫn không được?",
  reason: {
    cancelled: "Bạn đã dừng ở trang của hệ thống định danh, hoặc hệ thống đó không cho phép.",
    expired: "Trang đăng nhập để quá lâu nên không dùng được nữa.",
    "not-started-here": "Lần đăng nhập này không bắt đầu từ trình duyệt này, nên được dừng lại để bảo vệ bạn.",
    "bad-answer": "Câu trả lời nhận được từ hệ thống định danh không đúng, nên được dừng lại để bảo vệ bạn.",
    "provider-down": "Hệ thống định danh đang không trả lời.",
    "identity-unclear":
      "Thông tin từ hệ thống định danh chưa khớp với thông tin trong hồ sơ. Sở Y tế cần kiểm tra lại.",
    "no-number": "Hệ thống định danh không gửi số định danh, nên chưa tìm được sổ của bạn.",
    "too-many": "Có quá nhiều lần đăng nhập từ nơi này trong ít phút.",
    "other-person": "Tài khoản vừa xác nhận không phải tài khoản đang mở sổ này, nên được dừng lại để bảo vệ bạn.",
    "too-weak": "Hệ thống định danh chưa xác nhận ở mức cần thiết (như bằng khuôn mặt hoặc vân tay).",
    stale: "Lần xác nhận nhận được đã cũ, nên chưa dùng được.",
    "session-gone": "Phiên đăng nhập đã đổi hoặc đã kết thúc trong lúc xác nhận.",
    other: "Có lỗi khi đăng nhập.",
  },
  next: {
    cancelled: "Muốn mở sổ thì đăng nhập lại và bấm đồng ý ở trang của hệ thống định danh.",
    expired: "Hãy đăng nhập lại; cả quá trình cần làm trong 10 phút.",
    "not-started-here": "Hãy đăng nhập lại ngay trên trình duyệt này, không mở từ đường dẫn người khác gửi.",
    "bad-answer": "Hãy đăng nhập lại. Nếu lỗi lặp lại, đừng nhập mật khẩu nữa mà gọi %phone%.",
    "provider-down": "Thường có lại sau ít phút. Hãy thử lại sau 10 phút.",
    "identity-unclear": "Gọi %phone%, chuẩn bị thẻ căn cước. Thường xong trong 2 ngày làm việc.",
    "no-number": "Gọi %phone% để được hướng dẫn.",
    "too-many": "Hãy đợi 10 phút rồi thử lại.",
    "other-person":
      "Hãy xác nhận bằng đúng tài khoản của mình. Máy dùng chung thì đăng xuất tài khoản định danh trước.",
    "too-weak": "Hãy làm lại và chọn cách xác thực mạnh hơn, như khuôn mặt hoặc vân tay.",
    stale: "Hãy xác nhận lại, nhập lại mật khẩu hoặc quét khuôn mặt khi được hỏi.",
    "session-gone": "Hãy làm lại từ trang đang xem.",
    other: "Hãy đăng nhập lại.",
  },
} as const;

export const signedOut = {
  title: "Đã đăng xuất",
  lead: "Sổ đã đóng trên máy này.",
  shared: "Dùng máy chung? Hãy đóng cả cửa sổ trình duyệt và đăng xuất tài khoản định danh.",
  again: "Đăng nhập lại",
  home: "Về trang đầu",
} as const;

export const errors = {
  "not-found": {
    title: "Không có trang này",
    text: "Địa chỉ có thể gõ sai, hoặc trang không dành cho tài khoản đang dùng.",
    next: "Mở lại từ trang đầu hoặc từ sổ sức khỏe.",
  },
  forbidden: {
    title: "Không được phép mở trang này",
    text: "Tài khoản đang dùng không có quyền với trang này.",
    next: "Nếu cần quyền, hỏi người quản lý ở nơi làm việc hoặc gọi %phone%.",
  },
  expired: {
    title: "Phiên đăng nhập đã hết",
    text: "Để an toàn, sổ tự đóng khi không dùng một lúc. Những gì đã gửi vẫn được lưu.",
    next: "Đăng nhập lại để xem tiếp.",
  },
  /** A form was sent after the session had ended. */
  kept: {
    text: "Để an toàn, sổ tự đóng khi không dùng một lúc. Nội dung chưa gửi được, nhưng còn nguyên ở trang này.",
    signIn: "Đăng nhập lại ở một thẻ mới. Đừng đóng trang này.",
    newTab: "Đăng nhập ở thẻ mới",
    comeBack: "Quay lại trang này rồi gửi lại.",
    again: "Gửi lại",
    written: "Nội dung đã viết",
  },
  server: {
    title: "Có lỗi ở phía Sổ Khỏe",
    text: "Không phải do bạn. Thông tin trong sổ vẫn còn nguyên.",
    next: "Thử lại sau ít phút. Vẫn lỗi thì gọi %phone%.",
  },
  offline: {
    title: "Tạm thời chưa mở được",
    text: "Một hệ thống mà Sổ Khỏe cần đang không trả lời. Thông tin trong sổ vẫn còn nguyên.",
    next: "Thử lại sau 10 phút.",
  },
  "no-print": {
    title: "Chưa làm được tệp PDF",
    text: "Hệ thống đang bận làm nhiều tệp khác hoặc vừa bị gián đoạn. Sổ sức khỏe vẫn còn nguyên.",
    next: "Đợi một phút, quay lại trang trước rồi bấm tải lần nữa.",
  },
  "too-many": {
    title: "Quá nhiều yêu cầu",
    text: "Có quá nhiều yêu cầu từ nơi này trong thời gian ngắn.",
    next: "Đợi một phút rồi mở lại trang.",
  },
  "bad-request": {
    title: "Chưa thực hiện được",
    text: "Nội dung gửi lên chưa đúng hoặc trang đã cũ. Chưa có gì thay đổi.",
    next: "Mở lại trang rồi làm lại.",
  },
  toBook: "Về sổ sức khỏe",
  toHome: "Về trang đầu",
  signIn: "Đăng nhập lại",
  reference: "Khi gọi %phone%, đọc 8 ký tự cuối của mã này: {id}",
} as const;
