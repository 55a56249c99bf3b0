/** Confirming again who it is, before what needs it. */
export const stepUp = {
  title: "Xác nhận đúng là bạn",
  /** What the confirmation is for: an act of the table of assurance. */
  why: {
    export: "Tải cả sổ về máy là mang đi mọi thông tin sức khỏe của bạn.",
    "open-hidden": "Mục đã ẩn là mục bạn không muốn người khác cầm máy nhìn thấy.",
    unhide: "Bỏ ẩn thì những người được phép xem sổ sẽ lại nhìn thấy mục này.",
    "grant-proxy": "Nhận một người làm người giúp là cho họ mở sổ của bạn.",
    "grant-consent": "Cho phép xem là để nơi khác mở thông tin sức khỏe của bạn.",
    "share-outside": "Gửi thông tin ra ngoài thì không lấy lại được.",
    "change-contact": "Số điện thoại và thư điện tử là nơi nhận thông báo về sổ của bạn.",
    unlock: "Mở lại sổ thì các máy đăng nhập bằng tài khoản này lại xem được.",
    "merge-persons": "Gộp hoặc tách hồ sơ làm thay đổi sổ của người khác.",
    "replace-number": "Thay số định danh làm thay đổi việc tìm ra sổ của một người.",
    "link-account": "Nối tài khoản với một người là cho tài khoản đó mở sổ của người ấy.",
    "unlock-person": "Mở lại sổ cho một người thì tài khoản của người ấy lại xem được.",
    "change-roster": "Danh sách nhân viên quyết định ai được mở các trang của cơ sở.",
    "change-client": "Hệ thống được đăng ký ở đây gửi được dữ liệu vào sổ của mọi người.",
    "dispense-controlled": "Thuốc kiểm soát đặc biệt chỉ được cấp khi chắc chắn ai đang cấp.",
  },
  what: "Nếu ai đó đang cầm máy của bạn, họ không làm được bước này. Bấm nút dưới đây rồi xác nhận trên VNeID; xong sẽ trở lại đúng chỗ này.",
  lasts: { many: "Xác nhận có hiệu lực {n} phút." },
  button: "Xác nhận đúng là tôi",
  again: "Xác nhận lại",
  notDone: "Chưa xác nhận được",
  stillIn: "Bạn vẫn đang đăng nhập. Chưa có gì thay đổi.",
  later: "Để sau, quay lại",
  unreachable: "Tài khoản này không xác nhận được ở mức cần thiết",
  unreachableText:
    "Tài khoản định danh bạn dùng để đăng nhập không có bước xác thực bằng khuôn mặt hoặc vân tay, nên việc này không làm được trên mạng.",
  elsewhere: "Làm ở đâu",
  elsewhereText:
    "Mang thẻ căn cước đến quầy tiếp đón của nơi đã khám, hoặc trạm y tế xã: nhân viên làm giúp tại chỗ. Hoặc đăng nhập lại bằng tài khoản định danh khác có xác thực khuôn mặt.",
  done: "Đã xác nhận",
  doneFile: "Tải tệp trong ít phút tới; quá giờ thì xác nhận lại.",
  download: "Tải về",
  doneBeside: "Quay lại trang trước, ở thẻ bên cạnh, rồi bấm “Gửi lại”. Có thể đóng trang này.",
  /** Beside a form that was sent. */
  keptText: "Nội dung vừa gửi còn nguyên ở trang này, chưa mất gì. Làm hai bước dưới đây.",
  step1: "Xác nhận ở một thẻ mới. Đừng đóng trang này.",
  newTab: "Xác nhận ở thẻ mới",
  back: "Quay lại trang vừa xem",
} as const;
