/**
 * The privacy notice. A new wording of what is processed, why, or by whom needs a new version:
 * the version read by each person is kept.
 */
export const notice = {
  versionLine: "Phiên bản tháng 11/2026. Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP.",
  title: "Sổ Khỏe dùng dữ liệu của bạn thế nào",
  first: "Đọc một lần trước khi mở sổ, khoảng hai phút.",
  short: "Tóm tắt",
  shortPoints: {
    a: "Sổ Khỏe gom thông tin sức khỏe mà các bệnh viện gửi, để bạn xem ở một nơi.",
    b: "Không ai được mở sổ mà không để lại tên, thời điểm và căn cứ. Bạn xem được nhật ký đó.",
    c: "Nơi khám khác chỉ được xem khi bạn cho phép, hoặc khi pháp luật quy định.",
  },
  what: "Dữ liệu nào được xử lý",
  whatText:
    "Họ tên, ngày sinh, giới tính, số định danh, số thẻ bảo hiểm y tế; và thông tin sức khỏe các bệnh viện gửi: dị ứng, thuốc, bệnh, kết quả, lần khám, tiêm chủng, thủ thuật, giấy tờ. Thông tin sức khỏe là dữ liệu cá nhân nhạy cảm: lộ ra thì ảnh hưởng trực tiếp đến bạn, nên được bảo vệ chặt hơn.",
  why: "Để làm gì",
  whyText:
    "Để bạn xem và sử dụng thông tin sức khỏe của mình; để nơi khám bạn cho phép khám, chữa bệnh an toàn hơn; để ghi lại ai đã xem. Không dùng để quảng cáo, không bán, không theo dõi bạn trên trang khác.",
  who: "Ai chịu trách nhiệm",
  whoText:
    "%department% là bên kiểm soát dữ liệu. Mỗi bệnh viện chịu trách nhiệm về thông tin mình gửi. Dữ liệu được mã hóa, lưu tại Việt Nam và không chuyển ra nước ngoài.",
  sees: "Ai xem được",
  seesText:
    "Bạn; người bạn chọn để giúp mình, hoặc cha mẹ, người giám hộ của trẻ; nơi khám mà bạn cho phép xem; bác sĩ cấp cứu khi tính mạng bị đe dọa, có ghi lý do và được kiểm tra lại; cơ quan có thẩm quyền khi pháp luật yêu cầu. Nhân viên vận hành không xem nội dung y tế.",
  long: "Giữ bao lâu",
  longText:
    "Thông tin sức khỏe được giữ theo thời hạn lưu hồ sơ bệnh án mà pháp luật quy định. Nhật ký xem sổ được giữ ít nhất 5 năm.",
  rights: "Quyền của bạn",
  rightsLead: "Bạn có thể yêu cầu, không mất tiền. Sở Y tế xác nhận đã nhận yêu cầu trong 2 ngày làm việc.",
  right: "Quyền",
  deadline: "Thực hiện trong",
  rightRows: {
    access: "Xem, nhận bản sao, sửa thông tin sai",
    withdraw: "Rút lại sự đồng ý, hạn chế hoặc phản đối việc xử lý",
    erase: "Xóa thông tin, khi pháp luật cho phép",
    complain: "Khiếu nại, tố cáo, yêu cầu bồi thường",
  },
  rightDays: {
    access: "10 ngày",
    withdraw: "15 ngày",
    erase: "20 ngày",
    complain: "theo pháp luật",
  },
  rightsHow:
    "Một số thông tin không xóa được vì bệnh viện phải lưu hồ sơ bệnh án. Việc rút lại sự đồng ý không ảnh hưởng đến khám, chữa bệnh của bạn.",
  children: "Trẻ em",
  childrenText:
    "Trẻ dưới 7 tuổi do cha mẹ hoặc người giám hộ quyết định. Từ 7 tuổi đến dưới 18 tuổi cần cả ý kiến của trẻ.",
  contact: "Liên hệ",
  contactText: "Bộ phận bảo vệ dữ liệu cá nhân, %department%, %address%. Điện thoại %phone%.",
  accept: "Tôi đã đọc",
  acceptMeans: "Bấm nút này không phải là cho phép ai khác xem sổ của bạn.",
} as const;
