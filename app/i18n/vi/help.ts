/** Help by what somebody wants to do; each has a heading and what to do. */
export const help = {
  title: "Trợ giúp",
  phoneText: "%department% trả lời bằng tiếng Việt và tiếng Anh. Cấp cứu thì gọi 115.",
  index: "Bạn đang cần gì?",
  level: "Làm tài khoản định danh mức 2",
  topic: {
    find: "Tìm một kết quả, thuốc hay lần khám",
    meaning: "Không hiểu kết quả",
    words: "Không hiểu một chữ trong sổ",
    missing: "Không thấy lần khám hay kết quả",
    wrong: "Thông tin sai, hoặc lần khám không phải của mình",
    looked: "Biết ai đã xem sổ",
    family: "Xem sổ giúp bố mẹ hoặc con",
    papers: "In, tải về, mang đi khám",
    reading: "Chữ to, tiếng Anh, trình đọc màn hình",
    signIn: "Không đăng nhập được",
    lost: "Mất điện thoại, nghi người khác mở sổ",
    scam: "Có người gọi, tự xưng là Sổ Khỏe",
  },
  text: {
    find: "Mở sổ rồi chọn phần cần xem. Không nhớ ở đâu thì dùng ô “Tìm trong sổ”: gõ có dấu hay không dấu đều được.",
    meaning:
      "Trang của mỗi kết quả nói giá trị nằm ở đâu so với mức thường gặp, và xét nghiệm đó để làm gì. Nằm ngoài mức thường gặp chưa hẳn là có bệnh. Hỏi bác sĩ đã cho làm, hoặc mang đến lần khám tới.",
    words: "Bấm “Nghĩa là gì?” ngay cạnh chữ đó, hoặc xem tất cả ở một trang.",
    missing:
      "Sổ chỉ hiện những gì bệnh viện đã gửi. Chọn nơi khám và thứ đang thiếu để biết vì sao và bao giờ có. Quá 7 ngày vẫn chưa thấy thì gọi %phone%.",
    wrong:
      "Bấm “Báo sai” ngay dưới mục đó. Mỗi lần báo có một số, một nơi phải trả lời và một hạn. Không dùng được thì gọi %phone%.",
    looked: "Mỗi lần mở sổ đều có tên, lúc nào và căn cứ. Thấy lạ thì gọi %phone%.",
    family:
      "Người được giúp cho phép, hoặc có giấy tờ chứng minh là cha mẹ, người giám hộ. Gọi %phone% để được hướng dẫn.",
    papers:
      "Trang nào cũng in được bằng lệnh In của trình duyệt. Lần khám, danh sách thuốc và tiêm chủng tải được thành tệp PDF; cả sổ tải được ở trang “Bệnh viện nào đã gửi”.",
    reading: "Cuối mỗi trang có nút chữ to và đổi ngôn ngữ. Nền tối và tương phản cao theo cài đặt của máy.",
    signIn:
      "Thử dùng tài khoản định danh (%provider%) ở nơi khác trước. Nơi khác vào được mà Sổ Khỏe không vào được thì gọi %phone%.",
    lost: "Khóa sổ ngay nếu còn đăng nhập ở máy khác, hoặc gọi %phone% để đóng sổ trên mọi máy. Báo công an để khóa tài khoản định danh (%provider%).",
    scam: "Sổ Khỏe không bao giờ gọi điện hỏi mã OTP, bảo cài ứng dụng hay chuyển tiền. Dừng cuộc gọi, rồi báo %phone%.",
  },
  link: {
    book: "Mở sổ sức khỏe",
    search: "Tìm trong sổ",
    scam: "Cách nhận ra lừa đảo, và làm gì nếu đã lỡ",
  },
} as const;

/** Whoever phones or writes and claims to be the portal. */
export const scam = {
  title: "Cảnh giác lừa đảo",
  lead: "Kẻ gian hay giả làm Sổ Khỏe, bệnh viện, công an hoặc bảo hiểm để lấy tiền. Cứ thấy giục, dọa hoặc hỏi mã thì dừng lại.",
  never: "Sổ Khỏe không bao giờ",
  neverItems: {
    code: "gọi điện, nhắn tin hỏi mã OTP, mật khẩu hay mã PIN",
    app: "bảo cài ứng dụng hoặc bấm đường dẫn để “cập nhật sổ sức khỏe”",
    money: "bảo chuyển tiền, đóng phí, hoặc hỏi số tài khoản, số thẻ ngân hàng",
    screen: "bảo chia sẻ màn hình hoặc điều khiển điện thoại từ xa",
    zalo: "kết bạn Zalo, Facebook để làm hồ sơ",
  },
  real: "Nhận ra trang thật",
  realText:
    "Địa chỉ ở đầu trình duyệt phải đúng là {host}. Mật khẩu chỉ nhập ở trang của %provider%, không nhập ở Sổ Khỏe.",
  realPhone:
    "Số điện thoại của Sổ Khỏe là %phone%. Nghi ngờ thì tắt máy rồi tự bấm số này; đừng gọi lại số vừa gọi đến.",
  now: "Đang có người gọi hoặc nhắn",
  nowItems: {
    stop: "Dừng cuộc gọi. Không cần lịch sự, không cần giải thích.",
    ask: "Hỏi người nhà, hoặc gọi %phone% hỏi xem có đúng không.",
    tell: "Báo cho Sở Y tế số đã gọi đến, để cảnh báo người khác.",
  },
  after: "Đã lỡ đọc mã, cài ứng dụng hoặc chuyển tiền",
  afterLead: "Làm ngay, theo thứ tự này. Càng sớm càng tốt, và không có gì phải xấu hổ.",
  afterItems: {
    bank: "Gọi ngân hàng theo số in sau thẻ để khóa tài khoản và dừng giao dịch. Trong vài phút đầu có khi còn giữ lại được tiền.",
    phone: "Đã cài ứng dụng lạ: tắt nguồn điện thoại, rồi dùng máy khác làm các bước sau.",
    lock: "Khóa sổ sức khỏe, để không ai mở được bằng tài khoản của bạn.",
    police: "Báo công an xã, phường hoặc gọi 113, để khóa tài khoản định danh (%provider%) và điều tra.",
    us: "Gọi %phone%. Nhân viên đóng sổ trên mọi máy và cho biết có ai đã mở không; thường xong trong ngày.",
  },
  lock: "Khóa sổ của tôi ngay",
  looked: "Xem ai đã mở sổ",
  report: "Giữ lại tin nhắn, số điện thoại và biên lai chuyển tiền để làm bằng chứng.",
  more: "Cách nhận ra lừa đảo",
} as const;

export const accessibility = {
  title: "Khả năng tiếp cận",
  lead: "Ai cũng phải đọc được sổ của mình: người cao tuổi, người khuyết tật, người dùng máy rẻ và mạng chậm.",
  standard: "Tiêu chuẩn",
  standardText:
    "Sổ Khỏe được làm theo WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT. Đây là lời tự đánh giá của bên làm phần mềm; chưa có tổ chức độc lập nào chứng nhận.",
  checked: "Đã kiểm tra thế nào",
  checkedItems: {
    axe: "Mọi trang được công cụ axe-core soát tự động, tiếng Việt và tiếng Anh, màn hình hẹp và rộng, nền sáng và nền tối. Công cụ như vậy chỉ tìm ra một phần lỗi.",
    keyboard: "Các việc chính được làm thử chỉ bằng bàn phím, và điểm đang chọn luôn phải thấy được.",
    zoom: "Mọi trang được mở ở bề ngang 320 điểm ảnh, tức là phóng to 400 %, cả khi chữ to.",
    reader:
      "Với năm việc chính, những gì trình duyệt đưa cho trình đọc màn hình được ghi lại, và hễ thay đổi là phải có người đọc lại.",
  },
  works: "Làm được gì",
  worksItems: {
    script: "Dùng được khi tắt JavaScript.",
    keyboard: "Dùng được chỉ bằng bàn phím; luôn thấy đang ở đâu.",
    zoom: "Phóng to 400 % mà không phải kéo ngang cả trang.",
    colour: "Không chỉ dùng màu để báo; có nền tối và chế độ tương phản cao theo máy.",
    reader: "Tiêu đề, bảng và nút có tên cho trình đọc màn hình.",
    print: "Mọi trang in rõ trên giấy trắng đen.",
  },
  limits: "Còn hạn chế",
  limitsItems: {
    people: "Chưa có người khuyết tật nào dùng thử, và chưa nghe thử bằng NVDA, TalkBack hay VoiceOver thật.",
    words:
      "Nội dung do bệnh viện gửi có thể dùng từ chuyên môn hoặc tiếng nước ngoài, và chưa được đánh dấu là tiếng nào.",
    scans: "Giấy tờ quét từ bản giấy không đọc được bằng trình đọc màn hình.",
    pdf: "Tệp PDF có gắn thẻ cấu trúc, nhưng chưa được chứng nhận theo PDF/UA.",
    tables: "Bảng rộng ở trang của nhân viên kéo ngang trong khung riêng khi màn hình hẹp.",
    outside: "Trang của nơi cấp tài khoản định danh và trang xem hình của bệnh viện không do Sổ Khỏe làm.",
  },
  tell: "Gặp khó khăn?",
  tellText: "Gọi %phone% và nói trang nào, khó ở đâu. Sở Y tế trả lời trong 5 ngày làm việc.",
  instead: "Trong lúc chờ, quầy tiếp đón của nơi đã khám hoặc trạm y tế xã đọc và in giúp.",
  complain: "Không hài lòng với câu trả lời thì gửi khiếu nại đến %department%, %address%.",
  reviewed: "Lập và soát lại ngày 22/11/2026.",
} as const;
