/** What each status means and what can be done about it; which status has which is `ui/help/statuses.ts`. */
export const statusTopics = {
  "sample-taken": {
    means: "Nơi làm đã nhận mẫu hoặc đã chụp xong, chưa có kết quả.",
    todo: "Chờ. Nơi làm gửi kết quả thì kết quả tự vào sổ.",
  },
  "in-part": {
    means: "Phiếu mới có một phần kết quả, phần còn lại đang làm.",
    todo: "Chưa nên kết luận từ phần đã có. Phần còn lại tự vào sổ khi có.",
  },
  preliminary: {
    means: "Đã có số liệu nhưng nơi làm chưa duyệt lần cuối, nên còn có thể đổi.",
    todo: "Chờ bản chính thức rồi mới đổi thuốc hay cách ăn uống theo kết quả này.",
  },
  final: {
    means: "Nơi làm đã duyệt kết quả này.",
    todo: "Muốn biết kết quả nói gì về riêng mình, hãy hỏi bác sĩ đã cho làm.",
  },
  changed: {
    means: "Nơi làm đã sửa kết quả sau khi gửi. Bản đang xem là bản mới nhất, các bản trước vẫn xem lại được.",
    todo: "Dùng bản này. Nếu đã đưa bản cũ cho bác sĩ thì báo bác sĩ biết là có bản mới.",
  },
  added: {
    means: "Nơi làm gửi thêm nội dung, phần đã có từ trước không đổi.",
    todo: "Đọc lại cả kết quả, chú ý phần mới thêm.",
  },
  "result-cancelled": {
    means:
      "Xét nghiệm hoặc lần chụp này không làm nữa, nên không có kết quả. Có khi vì mẫu hỏng, có khi không còn cần.",
    todo: "Hỏi bác sĩ xem có phải làm lại không.",
  },
  "result-unknown": {
    means: "Nơi gửi không nói kết quả này đã chính thức hay chưa.",
    todo: "Hỏi nơi làm trước khi dựa vào kết quả này.",
  },
  within: {
    means: "Giá trị nằm trong mức thường gặp của phòng xét nghiệm. Như vậy chưa hẳn là mọi thứ đều ổn.",
    todo: "Thấy trong người không khỏe thì vẫn nên đi khám.",
  },
  outside: {
    means: "Giá trị nằm ngoài mức thường gặp. Cứ 20 người khỏe thì khoảng 1 người như vậy, nên chưa hẳn là có bệnh.",
    todo: "Mang kết quả đến lần khám tới. Không tự đổi thuốc.",
  },
  "far-outside": {
    means: "Phòng xét nghiệm thấy giá trị này cần bác sĩ xem sớm.",
    todo: "Gọi nơi đã làm xét nghiệm ngay, kể cả khi thấy khỏe.",
  },
  positive: {
    means: "Có tìm thấy chất hoặc mầm bệnh mà xét nghiệm tìm. Tốt hay xấu là tùy xét nghiệm.",
    todo: "Hỏi bác sĩ đã cho làm xem cần làm gì tiếp.",
  },
  negative: {
    means: "Không tìm thấy chất hoặc mầm bệnh mà xét nghiệm tìm. Có khi xét nghiệm làm sớm quá nên chưa thấy.",
    todo: "Còn triệu chứng hoặc mới tiếp xúc với người bệnh thì hỏi bác sĩ có cần làm lại không.",
  },
  remark: {
    means: "Nơi làm có nhận xét không nằm trong các cách ghi thường dùng.",
    todo: "Đọc phần ghi chú của kết quả, rồi hỏi bác sĩ.",
  },
  held: {
    means:
      "Đã có kết quả. Vài loại kết quả đợi bác sĩ giải thích trước rồi mới hiện nội dung, và luôn có ngày hiện chậm nhất.",
    todo: "Chờ đến ngày ghi ở đây, hoặc đến nơi làm để nghe giải thích sớm hơn.",
  },
  "not-explained": {
    means: "Kết quả hiện ngay khi nơi làm gửi, bác sĩ chưa kịp viết lời giải thích vào đây.",
    todo: "Đọc được số liệu, nhưng chưa nên tự kết luận.",
  },
  new: {
    means: "Mục này đến sau lần gần đây nhất bạn mở sổ. Ngày khám có thể đã lâu.",
    todo: "Xem một lần là dấu này tự hết ở lần mở sổ sau.",
  },
  withdrawn: {
    means: "Nơi gửi báo mục này nhập nhầm. Sổ vẫn giữ lại để thấy trước đây đã ghi gì.",
    todo: "Đừng dựa vào mục này. Đã dùng nó để chữa bệnh thì báo bác sĩ.",
  },
  unsafe: {
    means: "Nơi gửi kèm một ghi chú làm thay đổi ý nghĩa, mà Sổ Khỏe chưa đọc được.",
    todo: "Đừng dựa vào mục này trước khi hỏi lại nơi gửi.",
  },
  "hidden-by-you": {
    means: "Bạn đã chọn ẩn. Người giúp bạn và bác sĩ không thấy mục này.",
    todo: "Muốn bác sĩ biết điều này thì nói trực tiếp khi đi khám.",
  },
  "hidden-by-rule": {
    means: "Có những lần khám mà quy định chưa cho hiện trên mạng, để giữ an toàn cho người bệnh.",
    todo: "Cần biết nội dung thì hỏi trực tiếp nơi đã khám.",
  },
  "none-recorded": {
    means: "Nơi khám đã gửi dữ liệu, và trong đó không ghi mục nào loại này.",
    todo: "Biết là có mà không thấy ghi thì báo thiếu ngay trong phần đó.",
  },
  "nothing-received": {
    means: "Chưa nơi khám nào gửi loại này. Chưa nhận được không có nghĩa là không có.",
    todo: "Xem “Bệnh viện nào đã gửi” để biết nơi đã khám có gửi không. Giữ bản giấy.",
  },
  reported: {
    means: "Đã có người báo mục này và nơi phải trả lời chưa trả lời.",
    todo: "Chờ trả lời trước hạn ghi trong lần báo. Không cần báo lại.",
  },
  "to-be-corrected": {
    means: "Nơi khám đã đồng ý sửa, bản mới chưa về đến sổ.",
    todo: "Chưa dựa vào bản đang thấy. Bản mới về thì dấu này tự hết.",
  },
  taking: {
    means: "Theo nơi kê, thuốc này đang trong thời gian dùng.",
    todo: "Dùng như đơn ghi. Chưa hỏi bác sĩ thì không tự ngừng hay đổi.",
  },
  finished: {
    means: "Đã hết thời gian dùng hoặc đã nhận, dùng xong.",
    todo: "Đừng tự dùng lại đơn cũ khi bệnh trở lại; hãy đi khám.",
  },
  stopped: {
    means: "Nơi khám ghi là đã cho ngừng thuốc này.",
    todo: "Đừng tự dùng lại. Ở nhà còn thuốc thì hỏi bác sĩ hoặc dược sĩ nên làm gì.",
  },
  paused: {
    means: "Nơi khám cho tạm ngừng, có thể dùng lại sau.",
    todo: "Chưa dùng cho đến khi bác sĩ bảo dùng lại.",
  },
  "prescription-cancelled": {
    means: "Đơn này đã bị hủy, có khi vì bác sĩ kê đơn khác thay.",
    todo: "Không mua theo đơn này. Xem đơn mới hơn trong phần Thuốc.",
  },
  "not-started": {
    means: "Mới là dự định của nơi khám, chưa phải đơn để dùng.",
    todo: "Chưa mua, chưa dùng. Hỏi bác sĩ ở lần khám tới.",
  },
  "not-taken": {
    means: "Nơi khám ghi là thuốc này đã không dùng.",
    todo: "Nếu thật ra đã dùng thì nói với bác sĩ, hoặc báo sai ngay dưới mục này.",
  },
  "being-prepared": {
    means: "Nơi cấp đang chuẩn bị hoặc đang cho dùng thuốc này.",
    todo: "Chờ nơi cấp gọi. Nhận thuốc thì xem lại tên và liều trước khi về.",
  },
  "not-supplied": {
    means: "Nơi cấp đã không cấp thuốc này.",
    todo: "Hỏi nơi cấp vì sao, và hỏi bác sĩ có thuốc khác thay không.",
  },
  "medicine-unknown": {
    means: "Nơi gửi không nói thuốc này còn dùng hay đã ngừng.",
    todo: "Mang theo khi đi khám và hỏi bác sĩ.",
  },
  "must-not-take": {
    means: "Nơi khám dặn không được dùng thuốc này.",
    todo: "Không dùng, và báo cho bác sĩ, dược sĩ mỗi khi được kê hay bán thuốc.",
  },
  proposed: {
    means: "Có người đề xuất, bác sĩ chưa kê thành đơn.",
    todo: "Chưa dùng. Hỏi bác sĩ ở lần khám tới.",
  },
  "visit-planned": {
    means: "Đã hẹn khám, chưa đến ngày.",
    todo: "Đến đúng ngày, mang thẻ căn cước, giấy hẹn và thuốc đang dùng.",
  },
  "visit-awaiting": {
    means: "Nơi khám ghi là đã đến, chưa gửi hồ sơ của lần khám.",
    todo: "Chờ hồ sơ về. Thường trong vòng 7 ngày sau khi khám xong.",
  },
  "visit-under-way": {
    means: "Lần khám chưa kết thúc, nên còn có thể thêm kết quả, thuốc, giấy tờ.",
    todo: "Xem lại sau khi ra về.",
  },
  "visit-leave": {
    means: "Đang nằm viện nhưng được phép về nhà ít ngày.",
    todo: "Quay lại đúng ngày khoa đã hẹn.",
  },
  "visit-cancelled": {
    means: "Lần khám này đã hủy, không diễn ra.",
    todo: "Vẫn cần khám thì đặt lại. Thật ra đã khám thì báo sai.",
  },
  "visit-unknown": {
    means: "Nơi khám không nói lần khám này đã xong hay chưa.",
    todo: "Thấy sai hoặc thiếu thì báo ngay trong trang lần khám.",
  },
  "appointment-proposed": {
    means: "Bác sĩ hẹn khám lại, nhưng chưa giữ chỗ.",
    todo: "Đến trong ngày hẹn, hoặc gọi nơi khám để lấy giờ.",
  },
  "appointment-pending": {
    means: "Nơi khám đã nhận yêu cầu, chưa xác nhận giờ.",
    todo: "Chờ xác nhận rồi hãy đi.",
  },
  "appointment-booked": {
    means: "Đã có chỗ vào ngày giờ ghi ở đây.",
    todo: "Đến đúng giờ, mang thẻ căn cước, giấy hẹn và thuốc đang dùng.",
  },
  "appointment-waitlist": {
    means: "Chưa có chỗ; có người hủy thì nơi khám gọi.",
    todo: "Giữ điện thoại. Bệnh nặng lên thì đi khám ngay, đừng chờ.",
  },
  "appointment-arrived": {
    means: "Nơi khám đã ghi nhận bạn đến.",
    todo: "Chờ gọi số.",
  },
  "appointment-missed": {
    means: "Nơi khám ghi là bạn không đến.",
    todo: "Vẫn cần khám thì hẹn lại. Thật ra đã đến thì báo sai.",
  },
  "step-planned": {
    means: "Mới là dự định, chưa thành lịch.",
    todo: "Chờ nơi khám hẹn. Hỏi lại ở lần khám tới.",
  },
  "step-active": {
    means: "Việc này đang được thực hiện.",
    todo: "Làm theo lời dặn ghi ở đây.",
  },
  "step-paused": {
    means: "Nơi khám cho tạm dừng việc này.",
    todo: "Chờ nơi khám bảo làm tiếp.",
  },
  "step-done": {
    means: "Việc này đã xong.",
    todo: "Kết quả, nếu có, nằm trong phần Kết quả hoặc Lần khám.",
  },
  "step-cancelled": {
    means: "Việc này đã hủy, không phải làm nữa.",
    todo: "Không rõ vì sao thì hỏi nơi đã hẹn.",
  },
  "step-unknown": {
    means: "Nơi gửi không nói việc này đến đâu.",
    todo: "Hỏi nơi đã hẹn.",
  },
  "vaccine-complete": {
    means: "Sổ đã ghi đủ số mũi theo lịch.",
    todo: "Không phải tiêm thêm theo lịch này. Giữ sổ tiêm giấy.",
  },
  "vaccine-due": {
    means: "Đã đến tuổi hoặc đến ngày tiêm theo lịch.",
    todo: "Đưa trẻ đến buổi tiêm gần nhất của trạm y tế, mang theo sổ tiêm.",
  },
  "vaccine-overdue": {
    means: "Đã quá ngày tiêm theo lịch mà sổ chưa thấy ghi. Có khi đã tiêm mà nơi tiêm chưa gửi.",
    todo: "Đã tiêm thì báo thiếu. Chưa tiêm thì hỏi trạm y tế để tiêm bù; thường không phải tiêm lại từ đầu.",
  },
  "vaccine-not-yet": {
    means: "Chưa đến ngày tiêm theo lịch.",
    todo: "Ghi lại ngày sớm nhất ghi ở đây.",
  },
  "vaccine-unsure": {
    means: "Mũi đã ghi thiếu ngày hoặc chưa rõ là vắc xin gì, nên sổ không tự tính.",
    todo: "Mang sổ tiêm giấy đến hỏi nơi tiêm.",
  },
  "vaccine-passed": {
    means: "Đã qua tuổi tiêm mũi này theo lịch.",
    todo: "Hỏi bác sĩ có nên tiêm dịch vụ không.",
  },
  "vaccine-immune": {
    means: "Nơi gửi ghi là đã có miễn dịch, nên không phải tiêm.",
    todo: "Giữ giấy xét nghiệm chứng minh, nếu có.",
  },
  "vaccine-contraindicated": {
    means: "Nơi gửi ghi là không nên tiêm mũi này.",
    todo: "Nói điều này với người khám trước mỗi lần tiêm.",
  },
  "vaccine-not-given": {
    means: "Nơi tiêm ghi là đã không tiêm mũi này; lý do ở ngay dưới nếu có ghi.",
    todo: "Hỏi nơi tiêm khi nào tiêm được. Thật ra đã tiêm thì báo sai.",
  },
  "vaccine-weak": {
    means: "Liều đã tiêm thấp hơn cần thiết hoặc vắc xin có vấn đề, nên có thể chưa đủ bảo vệ.",
    todo: "Hỏi nơi tiêm có phải tiêm lại không.",
  },
  "paper-replaced": {
    means: "Đã có bản khác thay bản này.",
    todo: "Dùng bản mới hơn trong phần Giấy tờ.",
  },
  "paper-draft": {
    means: "Bản sơ bộ, người lập chưa ký duyệt.",
    todo: "Chưa dùng để nộp cho nơi khác.",
  },
  "paper-changed": {
    means: "Người lập đã sửa giấy này sau khi gửi lần đầu.",
    todo: "Dùng bản này thay bản đã in trước đây.",
  },
  "paper-current": {
    means: "Bản đang có hiệu lực.",
    todo: "Nơi khác cần bản có ký số hoặc đóng dấu thì xin tại nơi lập.",
  },
  "signature-sent": {
    means: "Nơi lập gửi giấy kèm chữ ký số. Sổ Khỏe chưa kiểm tra chữ ký này đúng hay sai.",
    todo: "Đưa giấy tại quầy như thường. Nơi nhận tự kiểm tra, hoặc xem bản trên VNeID.",
  },
  "signature-said": {
    means: "Nơi gửi ghi tên người xác nhận giấy, nhưng không gửi kèm chữ ký số.",
    todo: "Nơi nhận cần bản ký số thì xem trên VNeID hoặc hỏi nơi lập giấy.",
  },
  "signature-none": {
    means: "Phần chữ ký trong dữ liệu gửi đến để trống.",
    todo: "Xem bản trên VNeID, hoặc nhờ nơi lập giấy ký số rồi gửi lại.",
  },
  "signature-unknown": {
    means: "Dữ liệu gửi đến không nói giấy có được ký số hay không.",
    todo: "Xem bản trên VNeID, hoặc hỏi nơi lập giấy.",
  },
  "copy-waiting": {
    means: "Sổ Khỏe đang viết bản sao cả sổ thành tệp PDF. Sổ dày có thể mất vài phút.",
    todo: "Cứ làm việc khác hoặc đóng trang; lúc quay lại, tệp vẫn ở đây.",
  },
  "copy-ready": {
    means: "Tệp đã xong và được giữ một ngày rồi tự xóa.",
    todo: "Tải về ngay ở máy của mình. Máy dùng chung thì tải xong nhớ xóa.",
  },
  "copy-failed": {
    means: "Lần này chưa làm được tệp. Sổ không bị ảnh hưởng gì.",
    todo: "Đặt làm lại. Vẫn không được thì in từng phần của sổ.",
  },
  "copy-gone": {
    means: "Tệp không còn ở đây nữa. Bản đã tải về máy vẫn dùng được.",
    todo: "Cần nữa thì đặt làm bản mới; bản mới có cả những gì vừa gửi đến.",
  },
  "own-deleted": {
    means: "Số đo tự ghi này đã bị xóa khỏi danh sách và biểu đồ, nội dung cũ vẫn xem lại được.",
    todo: "Xóa nhầm thì ghi lại số đo đó.",
  },
  "condition-active": {
    means: "Nơi khám ghi là bệnh này đang có.",
    todo: "Theo đúng lời dặn và lịch tái khám.",
  },
  "condition-back": {
    means: "Bệnh đã lui, nay có lại.",
    todo: "Hỏi bác sĩ xem cách chữa có phải đổi không.",
  },
  "condition-remission": {
    means: "Dấu hiệu bệnh đã giảm hoặc hết, nhưng vẫn phải theo dõi.",
    todo: "Không tự bỏ thuốc; đi khám đúng hẹn.",
  },
  "condition-over": {
    means: "Nơi khám ghi là hiện không còn bệnh này.",
    todo: "Vẫn kể với bác sĩ khi được hỏi về bệnh cũ.",
  },
  sure: {
    means: "Nơi khám đã xác nhận điều này.",
    todo: "Thấy không đúng thì báo sai ngay dưới mục này.",
  },
  "not-sure": {
    means: "Mới là nghi ngờ, bác sĩ chưa chắc.",
    todo: "Hỏi bác sĩ cần làm thêm gì để biết chắc.",
  },
  "told-apart": {
    means: "Bác sĩ đang cân nhắc giữa vài bệnh, đây là một trong số đó.",
    todo: "Chờ kết quả tiếp theo, đừng vội lo.",
  },
  "ruled-out": {
    means: "Bác sĩ đã xem và kết luận là không phải.",
    todo: "Không phải làm gì.",
  },
  "pregnancy-goes-on": {
    means: "Nơi đã khám ghi là đang mang thai và chưa ghi là đã kết thúc.",
    todo: "Khám thai đúng hẹn. Nếu không còn đúng, báo cho nơi này sửa.",
  },
  "pregnancy-over": {
    means: "Nơi đã khám ghi là đã kết thúc, hoặc sau đó có nơi ghi đã sinh.",
    todo: "Không phải làm gì. Nếu không đúng, báo cho nơi này sửa.",
  },
  "pregnancy-unclear": {
    means: "Nơi đã khám có ghi lần mang thai này nhưng không nói còn hay đã kết thúc.",
    todo: "Hỏi nơi đã khám nếu cần ghi lại cho đúng.",
  },
  "at-visit": {
    means: "Mã bệnh ghi cho một lần khám, để làm hồ sơ và thanh toán. Chưa phải lời xác nhận rằng bạn đang có bệnh.",
    todo: "Thấy lạ thì hỏi bác sĩ của lần khám đó, hoặc báo sai.",
  },
  "staff-alert": {
    means: "Điều nơi khám muốn nhân viên y tế lưu ý khi tiếp bạn; không phải tên bệnh.",
    todo: "Thấy không đúng hoặc không còn đúng thì báo sai.",
  },
  "allergy-active": {
    means: "Nơi khám ghi là đang dị ứng.",
    todo: "Tránh thứ này, và nói với bác sĩ, dược sĩ mỗi khi khám hay mua thuốc.",
  },
  "allergy-high": {
    means: "Nơi khám cho rằng gặp lại có thể nguy hiểm đến tính mạng.",
    todo: "Tuyệt đối tránh. Khó thở, sưng mặt, choáng sau khi dùng: gọi 115 ngay.",
  },
  "allergy-over": {
    means: "Nơi khám ghi là hiện không còn dị ứng.",
    todo: "Đừng tự thử lại ở nhà; hỏi bác sĩ trước.",
  },
  "allergy-ruled-out": {
    means: "Bác sĩ đã xem và kết luận là không dị ứng.",
    todo: "Nói lại với bác sĩ, dược sĩ còn ghi là bạn dị ứng.",
  },
  "procedure-planned": {
    means: "Dự định làm hoặc đang chuẩn bị, chưa làm.",
    todo: "Hỏi nơi làm ngày giờ, có phải nhịn ăn hay ngừng thuốc không.",
  },
  "procedure-under-way": {
    means: "Đang làm, hồ sơ chưa xong.",
    todo: "Xem lại sau khi xong.",
  },
  "procedure-not-done": {
    means: "Nơi khám ghi là đã không làm.",
    todo: "Hỏi bác sĩ vì sao và có phải làm lại không.",
  },
  "procedure-stopped": {
    means: "Đã dừng trước khi xong.",
    todo: "Hỏi bác sĩ sẽ làm gì tiếp.",
  },
  "procedure-done": {
    means: "Đã làm xong.",
    todo: "Theo lời dặn khi về nhà.",
  },
  "procedure-unknown": {
    means: "Nơi gửi không nói đã làm hay chưa.",
    todo: "Hỏi nơi làm.",
  },
  "device-in-use": {
    means: "Thiết bị này đang ở trong người hoặc đang dùng.",
    todo: "Báo trước mỗi khi chụp cộng hưởng từ hoặc phẫu thuật.",
  },
  "report-sent": {
    means: "Lần báo đã đến nơi phải trả lời, họ chưa xác nhận là đã nhận.",
    todo: "Chờ. Vẫn rút lại được khi chưa có trả lời.",
  },
  "report-received": {
    means: "Nơi phải trả lời đã nhận và đang kiểm tra.",
    todo: "Chờ trả lời trước hạn ghi ở trang này.",
  },
  "report-overdue": {
    means: "Đã quá hạn mà nơi phải trả lời chưa trả lời.",
    todo: "Chuyển Sở Y tế ngay ở trang của lần báo; nếu không, sau 2 ngày làm việc Sổ Khỏe tự chuyển.",
  },
  "report-escalated": {
    means: "Sở Y tế đã nhận việc thay nơi khám và phải trả lời.",
    todo: "Chờ trả lời trước hạn ghi ở trang này.",
  },
  "report-corrected": {
    means: "Nơi khám đồng ý là sai và sẽ gửi bản đã sửa.",
    todo: "Xem lại mục đó trong sổ sau vài ngày.",
  },
  "report-partly": {
    means: "Nơi khám đồng ý sửa một phần, phần còn lại giữ nguyên và có nêu lý do.",
    todo: "Đọc lời giải thích. Không đồng ý thì chuyển Sở Y tế.",
  },
  "report-refused": {
    means: "Nơi khám cho rằng thông tin đúng và giữ nguyên, có nêu lý do.",
    todo: "Đọc lời giải thích. Không đồng ý thì chuyển Sở Y tế.",
  },
  "report-withdrawn": {
    means: "Người báo đã rút lại, không nơi nào phải trả lời nữa.",
    todo: "Vẫn thấy sai thì báo lại.",
  },
  "feed-on-time": {
    means: "Nơi này gửi đúng như đã hẹn.",
    todo: "Vẫn thiếu của riêng bạn thì xem “Vì sao chưa có ở đây?”.",
  },
  "feed-late": {
    means: "Đã quá lúc hẹn mà nơi này chưa gửi tiếp. Mọi người bệnh ở đó đều chậm, không riêng bạn.",
    todo: "Chờ thêm vài ngày. Cần gấp thì xin bản giấy tại nơi khám.",
  },
  "feed-never": {
    means: "Nơi này đã kết nối và được hẹn gửi loại này, nhưng chưa gửi lần nào.",
    todo: "Xin bản giấy tại nơi khám và giữ lại.",
  },
  "feed-outage": {
    means: "Đường gửi của nơi này đang hỏng hoặc đang bảo trì. Những gì bị giữ lại sẽ gửi sau.",
    todo: "Chờ đường gửi có lại. Cần gấp thì xin bản giấy.",
  },
  "feed-unreachable": {
    means: "Sổ Khỏe tự lấy dữ liệu từ máy chủ của nơi này, mà máy chủ đó không trả lời.",
    todo: "Máy chủ chạy lại thì dữ liệu tự vào sổ. Cần gấp thì xin bản giấy.",
  },
  "feed-gap": {
    means: "Gần đây có những ngày nơi này không gửi gì, nên có thể còn thiếu.",
    todo: "Khám đúng những ngày đó mà không thấy thì báo thiếu.",
  },
  "feed-none": {
    means: "Nơi này có kết nối nhưng không gửi loại này.",
    todo: "Xin bản giấy tại nơi khám.",
  },
  "case-open": {
    means: "Nhân viên Sở Y tế sẽ xem tài khoản này là của ai.",
    todo: "Để lại số điện thoại, chuẩn bị thẻ căn cước hoặc hộ chiếu.",
  },
  "case-answered": {
    means: "Sở Y tế đã xem và cần thêm một việc từ bạn.",
    todo: "Làm theo câu trả lời ở trang này, rồi đăng nhập lại.",
  },
  "case-linked": {
    means: "Đã biết chắc tài khoản này là của bạn.",
    todo: "Đăng nhập lại để mở sổ.",
  },
  "case-refused": {
    means: "Chưa thể mở sổ bằng tài khoản này; lý do ghi ở trang này.",
    todo: "Làm theo lời hướng dẫn cạnh lý do đó.",
  },
  "case-lapsed": {
    means: "Quá hạn giữ nên thông tin đã xóa.",
    todo: "Đăng nhập lại để được xem lại từ đầu.",
  },
  "identity-refused": {
    means: "Có lần xác nhận không thành, nên việc khi đó không được làm.",
    todo: "Không phải bạn làm thì khóa sổ ngay ở trang này.",
  },
  "account-new": {
    means: "Tài khoản định danh này vừa được nối với sổ của bạn.",
    todo: "Không phải bạn làm thì bỏ tài khoản này ngay.",
  },
  "look-refused": {
    means: "Có người muốn mở nhưng không có quyền, nên không xem được gì.",
    todo: "Thấy lạ thì hỏi Sở Y tế người đó là ai.",
  },
} as const;
