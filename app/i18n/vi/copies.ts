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

/** The whole book as a PDF, made while the reader is away. */
export const copy = {
  title: "Cả sổ dạng PDF",
  lead: "Toàn bộ sổ trong một tệp để giữ, in ra hoặc đưa bác sĩ: chia theo từng phần, có mục lục, số trang và tên nơi đã gửi.",
  safe: "Tệp có họ tên và thông tin sức khỏe: giữ nơi an toàn, đừng gửi cho người lạ.",
  link: "Làm bản PDF cả sổ",
  linkHelp: "Mọi phần của sổ trong một tệp PDF để đọc và in. Sổ dài thì mất vài phút; làm xong sẽ tải được ở đây.",
  away: "Sổ dài có thể mất vài phút. Cứ rời trang này, lát sau quay lại vẫn thấy.",
  order: "Làm bản PDF",
  orderNew: "Làm bản mới",
  orderNewHelp: "Khi sổ có thêm thông tin thì làm bản mới. Bản đang có ở trên sẽ bị xóa ngay.",
  orderedAt: "Đặt lúc {when}",
  state: {
    ordered: "Đang chờ tới lượt",
    writing: "Đang làm",
    ready: "Đã làm xong",
    failed: "Chưa làm được",
    cancelled: "Đã dừng theo ý bạn",
    deleted: "Đã xóa",
    expired: "Đã hết hạn và tự xóa",
  },
  orderedWait: "Máy sẽ bắt đầu khi xong các việc trước.",
  reading: "Đang đọc sổ",
  progress: "Xong {done} trong {of} bước",
  refreshing: "Trang này tự tải lại cho đến khi làm xong.",
  refreshOff: "Thôi tự tải lại",
  again: "Xem đã xong chưa",
  slow: "Lâu hơn bình thường. Không cần chờ ở đây: hệ thống vẫn làm tiếp, lát nữa quay lại xem.",
  cancel: "Dừng, không làm nữa",
  download: "Tải PDF về máy ({size})",
  made: { many: "Làm lúc {when}, gồm {n} mục của sổ." },
  ends: "Bản này tự xóa lúc {when}. Cần nữa thì làm bản mới.",
  delete: "Xóa ngay bản này",
  confirm: "Khi làm và khi tải, có thể phải xác nhận lại là chính bạn.",
  logged: "Mỗi lần làm hoặc tải đều được ghi ở mục Ai đã xem.",
  failure: {
    locked: "Việc mở sổ đang bị khóa nên không làm tiếp. Mở khóa rồi làm lại.",
    "signed-out": "Bạn đã đăng xuất, hoặc không còn được xem sổ của người này, nên việc làm bản PDF đã dừng.",
    interrupted: "Hệ thống bị gián đoạn nhiều lần nên đã dừng. Không mất thông tin nào trong sổ; hãy làm lại.",
    "not-begun": "Hệ thống bận quá lâu nên chưa bắt đầu được. Hãy làm lại, nếu vẫn không được thì gọi %phone%.",
    "went-wrong": "Có lỗi khi làm tệp. Không mất thông tin nào trong sổ; hãy làm lại, nếu vẫn lỗi thì gọi %phone%.",
  },
  retry: "Làm lại",
  gone: "Bản đã xóa thì không lấy lại được. Sổ vẫn còn nguyên.",
  paper: {
    about:
      "Bản này gồm mọi mục đang hiện trong sổ vào lúc in, do các nơi khám gửi; Sổ Khỏe không thêm bớt nội dung. Không thấy ghi không có nghĩa là không có.",
    leftOut:
      "Không có trong bản này: số đo tự ghi ở nhà, viện phí và thẻ bảo hiểm, mục mà nơi gửi đã thu hồi, kết quả chưa tới ngày hiện (chỉ ghi là có), những lần khám đã ẩn trong sổ và những lần khám được bảo vệ đặc biệt. Bản nào cũng ghi như vậy, dù sổ có những phần đó hay không.",
    ordered: "Mỗi phần xếp mục mới nhất trước. Tên nơi khám và ngày ghi dưới từng mục.",
    contents: "Mục lục",
    chapter: "{title} ({n})",
    sources: "Nơi đã gửi",
    source: { many: "{facility}: {n} mục, nhận gần nhất {when}" },
    none: "Sổ chưa nhận được gì từ bệnh viện nào.",
    cut: "Chỉ in {n} mục mới nhất của phần này. Xem các mục cũ hơn trong sổ.",
  },
} as const;
