/** The book and its sections. */
export const book = {
  of: "Sổ sức khỏe của {name}",
  title: "Sổ sức khỏe",
  born: "sinh {date}",
  bornYear: "sinh năm {date}",
  bornMonth: "sinh tháng {date}",
  ahead: "Lịch khám sắp tới",
  aheadVaccination: "Mũi tiêm tới hạn",
  aheadMore: "Xem việc cần chuẩn bị",
  news: { many: "Mới từ {when}: {n} mục." },
  newsSee: "Xem những gì mới",
  shortcuts: "Xem nhanh",
  seeAll: "Xem tất cả ({n})",
  cut: "Còn mục chưa hiện ở đây, hãy xem tất cả.",
  rest: "Các phần khác",
  restHint: {
    vaccinations: "Các mũi đã tiêm, mũi tới hạn",
    procedures: "Phẫu thuật, thủ thuật, thiết bị trong người",
    documents: "Giấy ra viện, tóm tắt bệnh án, giấy tờ khác",
    history: "Lúc sinh, thói quen, bệnh của bản thân và người thân (mẫu 831)",
    privacy: "Ai đã mở sổ này, lúc nào, căn cứ nào",
  },
  sentBy: "Bệnh viện nào đã gửi",
  sentLine: "{facility}, mới nhất {when}",
  sentNone: "Chưa bệnh viện nào gửi dữ liệu cho sổ này.",
  sentNotShown: "Không có nơi gửi nào để hiển thị.",
  mayBeMore: "Có thể còn thông tin không hiển thị theo quy định hoặc theo lựa chọn của người bệnh.",
  hiddenByYou: { many: "Bạn đã ẩn {n} mục." },
  showHidden: "Xem mục đã ẩn",
  showingHidden: "Đang hiện cả những mục bạn đã ẩn. Người giúp bạn và bác sĩ vẫn không thấy các mục này.",
  hideAgain: "Không hiện mục đã ẩn",
  hiddenByRule: { many: "{n} mục chưa hiển thị theo quy định. Cần biết thêm, hỏi nơi đã khám hoặc gọi %phone%." },
  emptyBook: "Sổ này chưa có thông tin nào",
  emptyBookWhy:
    "Thông tin hiện ở đây sau khi bệnh viện gửi, thường trong vòng vài ngày kể từ lần khám. Bệnh viện chưa kết nối thì chưa gửi được.",
  eachSource: "Xem từng bệnh viện",
  fromVisit: "Xem lần khám liên quan",
} as const;

/** Names of the sections; `home` is the heading on the first page of the book. */
export const section = {
  title: {
    allergies: "Dị ứng",
    medicines: "Thuốc",
    conditions: "Bệnh và vấn đề sức khỏe",
    results: "Kết quả",
    visits: "Lần khám",
    vaccinations: "Tiêm chủng",
    procedures: "Thủ thuật, phẫu thuật",
    documents: "Giấy tờ",
    "next-steps": "Việc sắp tới",
    history: "Tiền sử, yếu tố nguy cơ",
  },
  home: {
    allergies: "Dị ứng",
    medicines: "Thuốc đang dùng",
    conditions: "Bệnh và vấn đề sức khỏe",
    results: "Kết quả mới nhất",
    visits: "Lần khám gần đây",
    vaccinations: "Tiêm chủng",
    procedures: "Thủ thuật, phẫu thuật",
    documents: "Giấy tờ",
    "next-steps": "Việc sắp tới",
    history: "Tiền sử, yếu tố nguy cơ",
  },
  lead: {
    allergies: "Luôn nói với bác sĩ và dược sĩ về dị ứng, cả khi đã ghi trong sổ.",
    medicines: "Chưa hỏi bác sĩ thì không tự ngừng hay đổi thuốc.",
    conditions: "Bệnh và vấn đề sức khỏe mà các nơi khám đã ghi.",
    results: "Kết quả hiện ngay khi phòng xét nghiệm duyệt. Có thể bác sĩ chưa kịp giải thích.",
    visits: "Mỗi lần khám gồm chẩn đoán, kết quả, thuốc và giấy tờ của lần đó.",
    vaccinations: "Các mũi đã tiêm mà nơi tiêm đã gửi. Hãy giữ cả sổ tiêm giấy.",
    procedures: "Phẫu thuật, thủ thuật và thiết bị trong người như máy tạo nhịp.",
    documents: "Giấy tờ do bệnh viện lập.",
    "next-steps": "Lịch khám, chỉ định và mũi tiêm tới hạn mà nơi khám đã gửi.",
    history:
      "Những gì đã khai hoặc được hỏi và ghi lại: thói quen, nơi ở, lúc sinh, sinh nở. Đây không phải kết quả khám hay xét nghiệm.",
  },
  count: {
    allergies: { many: "{n} mục dị ứng" },
    medicines: { many: "{n} thuốc" },
    conditions: { many: "{n} bệnh hoặc vấn đề" },
    results: { many: "{n} kết quả" },
    visits: { many: "{n} lần khám" },
    vaccinations: { many: "{n} mũi tiêm" },
    procedures: { many: "{n} thủ thuật" },
    documents: { many: "{n} giấy tờ" },
    "next-steps": { many: "{n} việc" },
    history: { many: "{n} điều đã khai" },
  },
} as const;

/** The four different empties: nothing there, nothing came, hidden by the person, hidden by rule. */
export const empty = {
  noneRecordedBy: {
    allergies: "{facility} không ghi nhận dị ứng nào ({date}).",
    medicines: "{facility} không ghi nhận thuốc đang dùng ({date}).",
    conditions: "{facility} không ghi nhận bệnh nào ({date}).",
    results: "{facility} không ghi nhận kết quả nào ({date}).",
    visits: "{facility} không ghi nhận lần khám nào ({date}).",
    vaccinations: "{facility} không ghi nhận mũi tiêm nào ({date}).",
    procedures: "{facility} không ghi nhận thủ thuật nào ({date}).",
    documents: "{facility} không ghi nhận giấy tờ nào ({date}).",
    "next-steps": "{facility} không ghi nhận việc sắp tới nào ({date}).",
    history: "{facility} không ghi nhận thói quen, tiền sử nào ({date}).",
  },
  /** One kind of allergy alone: nothing is said of the others. */
  noneOfKindBy: {
    food: "{facility} không ghi nhận dị ứng thức ăn nào ({date}). Các loại dị ứng khác chưa được nói đến.",
    medication: "{facility} không ghi nhận dị ứng thuốc nào ({date}). Các loại dị ứng khác chưa được nói đến.",
    environment:
      "{facility} không ghi nhận dị ứng môi trường nào, như phấn hoa, bụi nhà ({date}). Các loại dị ứng khác chưa được nói đến.",
    latex: "{facility} không ghi nhận dị ứng mủ cao su (latex) ({date}). Các loại dị ứng khác chưa được nói đến.",
  },
  noneNoLonger: "{facility} từng ghi nhận là không có, nhưng ghi nhận đó không còn đúng ({date}). Hãy hỏi lại nơi này.",
  noneUnclear:
    "{facility} ghi nhận là không có, nhưng kèm một ghi chú mà Sổ Khỏe chưa đọc được ({date}). Hãy hỏi lại nơi này.",
  noneRecorded: {
    allergies: "Các nơi khám đã gửi không ghi nhận dị ứng nào.",
    medicines: "Các nơi khám đã gửi không ghi nhận thuốc đang dùng.",
    conditions: "Các nơi khám đã gửi không ghi nhận bệnh nào.",
    results: "Các nơi khám đã gửi không ghi nhận kết quả nào.",
    visits: "Các nơi khám đã gửi không ghi nhận lần khám nào.",
    vaccinations: "Các nơi khám đã gửi không ghi nhận mũi tiêm nào.",
    procedures: "Các nơi khám đã gửi không ghi nhận thủ thuật nào.",
    documents: "Các nơi khám đã gửi không ghi nhận giấy tờ nào.",
    "next-steps": "Không có việc nào sắp tới.",
    history: "Các nơi khám đã gửi không ghi nhận thói quen, tiền sử nào.",
  },
  /** Which feeds fill a section, so that an empty one says what it waits for (docs/sources.md). */
  filledFrom: {
    allergies:
      "Phần này có từ hồ sơ sức khỏe cá nhân (mẫu 831) của trạm y tế xã và từ bệnh viện gửi dữ liệu dạng FHIR. Gói XML bảo hiểm không có mục dị ứng.",
    medicines: "Phần này có từ gói XML bảo hiểm của bệnh viện và từ nơi gửi dữ liệu dạng FHIR.",
    conditions:
      "Phần này có từ chẩn đoán trong gói XML bảo hiểm và từ hồ sơ sức khỏe cá nhân (mẫu 831) của trạm y tế xã.",
    results:
      "Phần này có từ gói XML bảo hiểm của bệnh viện, từ nơi gửi dữ liệu dạng FHIR và từ lần khám ghi trong mẫu 831.",
    visits: "Phần này có từ gói XML bảo hiểm của bệnh viện và từ nơi gửi dữ liệu dạng FHIR.",
    vaccinations:
      "Phần này có từ hệ thống quản lý tiêm chủng, từ mẫu 831 của trạm y tế xã và từ nơi gửi dữ liệu dạng FHIR. Gói XML bảo hiểm không có mũi tiêm.",
    procedures: "Phần này có từ gói XML bảo hiểm của bệnh viện và từ phần phẫu thuật trong mẫu 831.",
    documents:
      "Phần này có từ giấy ra viện, chuyển tuyến, tóm tắt bệnh án trong gói XML bảo hiểm và từ nơi gửi dữ liệu dạng FHIR.",
    "next-steps": "Phần này có từ giấy hẹn khám lại trong gói XML bảo hiểm và từ nơi gửi dữ liệu dạng FHIR.",
    history:
      "Phần này có từ hồ sơ sức khỏe cá nhân (mẫu 831) của trạm y tế xã và từ nơi gửi dữ liệu dạng FHIR. Gói XML bảo hiểm không có phần này.",
  },
  nothingReceived: {
    allergies: "Chưa nhận được thông tin dị ứng từ bệnh viện nào.",
    medicines: "Chưa nhận được thông tin thuốc từ bệnh viện nào.",
    conditions: "Chưa nhận được thông tin bệnh từ bệnh viện nào.",
    results: "Chưa nhận được kết quả từ bệnh viện nào.",
    visits: "Chưa nhận được lần khám nào từ bệnh viện nào.",
    vaccinations: "Chưa nhận được thông tin tiêm chủng từ nơi tiêm nào.",
    procedures: "Chưa nhận được thông tin thủ thuật từ bệnh viện nào.",
    documents: "Chưa nhận được giấy tờ từ bệnh viện nào.",
    "next-steps": "Chưa nhận được lịch hẹn hay chỉ định từ bệnh viện nào.",
    history: "Chưa nhận được thói quen, tiền sử từ nơi nào.",
  },
  noneNow: {
    allergies: "Không có dị ứng nào hiện nay, theo các nơi đã gửi.",
    medicines: "Không có thuốc nào đang dùng, theo các nơi đã gửi.",
    conditions: "Không có bệnh nào hiện nay, theo các nơi đã gửi.",
    results: "Không có kết quả nào còn giá trị.",
    visits: "Chưa có lần khám nào diễn ra.",
    vaccinations: "Không có mũi tiêm nào còn giá trị.",
    procedures: "Không có thủ thuật nào.",
    documents: "Không có giấy tờ nào.",
    "next-steps": "Không có việc nào sắp tới.",
    history: "Không có thói quen, tiền sử nào đang được ghi.",
  },
  notMeaningNone: "Chưa nhận được không có nghĩa là không có.",
  hiddenByYou: "Bạn đã ẩn.",
  hiddenByRule: "Bị ẩn theo quy định.",
  notShown: "Không có thông tin để hiển thị.",
  notAsked: "{facility} chưa hỏi về mục này ({date}).",
  unavailable: "{facility} không có thông tin về mục này ({date}).",
  withheld: "{facility} không cung cấp thông tin về mục này ({date}).",
} as const;

export const sources = {
  title: "Bệnh viện nào đã gửi",
  lead: "Sổ Khỏe chỉ hiện những gì các nơi khám đã gửi. Ở đây thấy nơi nào đã gửi gì, lúc nào, và nơi nào chưa gửi.",
  leadSent: "Sổ Khỏe chỉ hiện những gì các nơi khám đã gửi. Ở đây thấy nơi nào đã gửi gì, lúc nào.",
  sent: { many: "{n} nơi đã gửi" },
  export: "Bản sao sổ của bạn",
  exportHelp:
    "Tải dữ liệu đang hiện trong sổ thành một tệp để giữ hoặc đưa cho hệ thống khác đọc (chuẩn FHIR R4). Tệp có họ tên và thông tin sức khỏe: giữ nơi an toàn, đừng gửi cho người lạ.",
  exportLeftOut:
    "Bản sao không gồm những lần khám đã ẩn trong sổ và những lần khám được bảo vệ đặc biệt, chẳng hạn liên quan đến bạo lực. Tải thay người khác thì cũng không có những phần không mở cho người tải. Bản sao nào cũng ghi như vậy, dù sổ có những phần đó hay không. Cần những phần ấy, hãy hỏi nơi đã khám.",
  exportLink: "Tải bản sao về máy",
  last: "Lần gửi gần nhất",
  first: "Lần gửi đầu tiên",
  messages: "Số lần gửi",
  contents: "Đã nhận",
  withdrawn: { many: "{n} mục nơi gửi đã thu hồi." },
  notShown: {
    many: "{n} mục được lưu nhưng không hiện trong sổ: viện phí, giấy tờ tùy thân hoặc loại chưa hỗ trợ.",
  },
  expectedDaily: "Thường gửi mỗi ngày.",
  expectedDays: { many: "Thường gửi {n} ngày một lần." },
  expectedWeekly: "Thường gửi mỗi tuần.",
  expectedHours: { many: "Thường gửi {n} giờ một lần." },
  basis: "Căn cứ gửi",
  state: "Tình trạng gửi",
  more: "Từng loại, số lần gửi, căn cứ",
  silent: "Chưa gửi gì cho sổ này",
  unsure: "Chưa thấy gì từ các nơi này",
  unsureWhy:
    "Sổ này có mục đã ẩn hoặc chưa hiển thị theo quy định, nên không thể nói chắc những nơi dưới đây chưa gửi gì.",
  silentLead: "Nếu đã khám ở nơi nào dưới đây, hãy hỏi nơi đó hoặc gọi %phone%.",
  connected: "Đã kết nối, chưa gửi gì về người này",
  connectedOnly: "Đã kết nối",
  notConnected: "Chưa kết nối với Sổ Khỏe",
  none: "Chưa bệnh viện nào gửi dữ liệu cho sổ này",
} as const;

export const facilityKind = {
  hospital: "Bệnh viện",
  clinic: "Phòng khám",
  station: "Trạm y tế",
  pharmacy: "Nhà thuốc",
  department: "Cơ quan quản lý",
} as const;

/** Finding things in the whole book. */
export const search = {
  title: "Tìm trong sổ",
  newTitle: "Mới từ lần trước",
  newSince: "Những gì bệnh viện đã gửi từ sau {when}, lần gần đây nhất bạn mở sổ.",
  label: "Tìm gì trong sổ?",
  hint: "Tên thuốc, bệnh, xét nghiệm, nơi khám… Gõ có dấu hay không dấu đều được.",
  in: {
    allergies: "Tìm trong dị ứng",
    medicines: "Tìm thuốc",
    conditions: "Tìm bệnh, vấn đề sức khỏe",
    results: "Tìm kết quả",
    visits: "Tìm lần khám",
    vaccinations: "Tìm mũi tiêm",
    procedures: "Tìm thủ thuật, phẫu thuật",
    documents: "Tìm giấy tờ",
    "next-steps": "Tìm việc sắp tới",
    history: "Tìm trong thói quen, tiền sử",
  },
  button: "Tìm",
  narrow: "Lọc theo loại, nơi khám, năm",
  narrowButton: "Lọc",
  narrowed: "Đang lọc theo",
  by: { kind: "Loại", facility: "Nơi khám đã gửi", year: "Năm" },
  any: "Tất cả",
  onlyNew: "Mới từ lần trước",
  without: "{label} – bỏ lọc",
  otherFacility: "Nơi khám khác",
  count: { many: "{n} mục, mới nhất trước" },
  countOf: { many: "{n} mục có “{text}”, mới nhất trước" },
  none: "Không tìm thấy mục nào",
  noneHelp: "Chỉ tìm trong những gì bệnh viện đã gửi. Thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.",
  noneWhy: "Vì sao chưa thấy trong sổ?",
  noneNew: "Chưa có gì mới từ lần trước",
  all: "Xem tất cả trong sổ",
  open: "Tìm trong sổ",
} as const;

/** What waits for the person, on the first page. */
export const needs = {
  title: "Việc cần làm ({n})",
  critical: "{title} ngày {when}: phòng xét nghiệm báo ở mức nguy hiểm. Hãy liên hệ nơi khám ngay nếu chưa được gọi.",
  criticalUndated: "{title}: phòng xét nghiệm báo ở mức nguy hiểm. Hãy liên hệ nơi khám ngay nếu chưa được gọi.",
  ending: "Sắp hết thuốc: {titles} – dùng đến {until}. Cần dùng tiếp thì đi khám lại trước ngày này.",
  overdue: "{title}: mũi tiêm đã quá hạn.",
  overdueSince: "{title}: mũi tiêm đã quá hạn từ {when}.",
  seeResult: "Xem kết quả",
  seeMedicines: "Xem thuốc",
  seeSteps: "Xem việc sắp tới",
} as const;

/** Every version of one item. */
export const versions = {
  title: "Các bản đã nhận",
  lead: { many: "Nơi gửi đã gửi mục này {n} lần. Bản đang dùng đứng đầu; các bản trước được giữ lại, không xóa." },
  only: "Nơi gửi mới gửi mục này một lần.",
  current: "Bản đang dùng",
  before: "Bản trước",
  earlier: { many: "Xem {n} bản trước" },
  see: "Xem bản này",
  compare: "Xem nội dung từng bản",
} as const;
