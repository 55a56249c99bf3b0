/** Results of the last days, folded for who does not want to read them alone. */
export const newest = {
  title: "Ẩn kết quả mới",
  lead: "Không muốn đọc một mình kết quả vừa có? Bật mục này thì kết quả nhận trong 14 ngày gần đây không hiện trong các danh sách, cho đến khi bác sĩ giải thích hoặc qua đủ 14 ngày.",
  does: {
    anytime: "Muốn xem lúc nào cũng được: bấm “Hiện kết quả mới” ở đầu danh sách.",
    danger: "Kết quả mà phòng xét nghiệm báo ở mức nguy hiểm vẫn hiện ngay.",
    measured: "Số đo tại chỗ như huyết áp, cân nặng vẫn hiện.",
    yours: "Chỉ thay đổi những gì chính bạn thấy trong sổ này. Bác sĩ, nơi khám và người giúp bạn vẫn thấy đủ.",
    theirs:
      "Chỉ thay đổi những gì bạn thấy khi mở sổ của người này. Người đó, bác sĩ và nơi khám vẫn thấy như họ chọn.",
    copies: "Bản tải về và bản in vẫn có đủ mọi kết quả.",
  },
  isOn: "Đang ẩn kết quả mới.",
  isOff: "Đang hiện mọi kết quả ngay khi nhận được.",
  on: "Ẩn kết quả mới trong 14 ngày",
  off: "Hiện mọi kết quả ngay khi nhận được",
  hidden: { many: "Đang ẩn {n} mục kết quả nhận trong 14 ngày gần đây mà bác sĩ chưa giải thích." },
  show: "Hiện kết quả mới",
  showing: "Đang hiện cả kết quả mới mà bạn đã chọn ẩn.",
  hideAgain: "Ẩn lại",
  change: "Đổi lựa chọn",
  offer: "Chưa muốn thấy kết quả mới?",
} as const;
