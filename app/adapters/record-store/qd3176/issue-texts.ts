/** What a reader of a refused or mended delivery is told. Natural Vietnamese, no values of the package in any text. */
export const issueTexts = {
  // The message
  "message-too-large": ["Gói dữ liệu lớn hơn mức cho phép.", "The message is larger than allowed."],
  encoding: [
    "Dữ liệu không phải UTF-8 hợp lệ, hoặc khai báo bảng mã khác.",
    "The data is not valid UTF-8, or it declares another encoding.",
  ],
  "control-character": [
    "Dữ liệu có ký tự điều khiển mà XML không cho phép.",
    "The data has control characters that XML forbids.",
  ],
  doctype: ["Không nhận XML có khai báo DOCTYPE.", "XML with a DOCTYPE is not accepted."],
  instruction: ["Không nhận chỉ thị xử lý (<?…?>) trong XML.", "Processing instructions (<?…?>) are not accepted."],
  entity: [
    "Có ký hiệu & không hợp lệ hoặc thực thể không được phép.",
    "There is a stray & or an entity that is not accepted.",
  ],
  "not-well-formed": ["XML không đúng cú pháp.", "The XML is not well-formed."],
  "too-deep": ["XML lồng nhau quá nhiều cấp.", "The XML is nested too deeply."],
  "too-many-elements": ["XML có quá nhiều thẻ.", "The XML has too many elements."],
  "tag-too-long": ["Có thẻ XML quá dài.", "There is an XML tag that is too long."],
  // The envelope
  "not-an-envelope": [
    "Thẻ gốc không phải GIAMDINHHS, cũng không phải bảng check-in (XML0).",
    "The root is neither GIAMDINHHS nor a check-in table (XML0).",
  ],
  "no-case": ["Không có hồ sơ (HOSO) nào trong gói.", "There is no case (HOSO) in the message."],
  "several-cases": [
    "Gói có nhiều hồ sơ (HOSO); mỗi lần chỉ đọc một hồ sơ.",
    "The message holds several cases (HOSO); one is read at a time.",
  ],
  "too-many-cases": ["Gói có quá nhiều hồ sơ (HOSO).", "The message holds too many cases (HOSO)."],
  "frame-too-large": [
    "Phần bên ngoài các hồ sơ (HOSO) quá lớn, không thể tách hồ sơ.",
    "What surrounds the cases (HOSO) is too large to take them apart.",
  ],
  "case-count": [
    "SOLUONGHOSO không khớp với số hồ sơ có trong gói.",
    "SOLUONGHOSO does not match the number of cases in the message.",
  ],
  "prepared-at": ["NGAYLAP không phải ngày hợp lệ.", "NGAYLAP is not a real date."],
  "case-too-large": ["Nội dung hồ sơ sau giải mã lớn hơn mức cho phép.", "The decoded case is larger than allowed."],
  "too-many-rows": ["Hồ sơ có quá nhiều dòng.", "The case has too many rows."],
  // A table
  base64: ["NOIDUNGFILE không phải base64 hợp lệ.", "NOIDUNGFILE is not valid base64."],
  "no-content": ["NOIDUNGFILE trống, không có dữ liệu bảng.", "NOIDUNGFILE is empty: no table in it."],
  "unknown-table": [
    "Không nhận ra loại bảng (LOAIHOSO); bảng này được bỏ qua.",
    "The kind of table (LOAIHOSO) is not known; it was left out.",
  ],
  "portal-only-table": [
    "Bảng XML12 chỉ nhập trên cổng của Bộ Y tế; được bỏ qua ở đây.",
    "XML12 is entered on the ministry's portal only; it was left out here.",
  ],
  "no-table-kind": [
    "Thiếu LOAIHOSO; loại bảng được nhận theo thẻ gốc.",
    "LOAIHOSO is missing; the table was told by its root element.",
  ],
  "table-mismatch": [
    "LOAIHOSO và thẻ gốc của nội dung nói đến hai bảng khác nhau.",
    "LOAIHOSO and the root element of the content name different tables.",
  ],
  "repeated-table": [
    "Bảng này có mặt nhiều lần trong một hồ sơ; các dòng được gộp lại.",
    "This table comes more than once in the case; its rows were put together.",
  ],
  // The case
  "no-summary": ["Hồ sơ không có XML1, cũng không có XML0.", "The case has neither XML1 nor XML0."],
  "two-summaries": ["Hồ sơ có nhiều hơn một dòng XML1.", "The case has more than one XML1 record."],
  "no-case-id": ["Thiếu mã liên kết MA_LK.", "The case id MA_LK is missing."],
  "other-case": ["MA_LK của bảng này khác MA_LK của hồ sơ.", "MA_LK of this table is not that of the case."],
  "no-facility": ["Thiếu mã cơ sở khám chữa bệnh MA_CSKCB.", "The facility code MA_CSKCB is missing."],
  "other-facility": [
    "MACSKCB của đơn vị gửi khác MA_CSKCB trong hồ sơ.",
    "MACSKCB of the sending unit is not MA_CSKCB of the case.",
  ],
  "no-arrival": ["NGAY_VAO của XML1 không đọc được.", "NGAY_VAO of XML1 cannot be read."],
  // A row
  "row-structure": [
    "Dòng có cấu trúc lạ: thẻ con hoặc văn bản nằm sai chỗ.",
    "The row has a strange structure: elements or text where none belong.",
  ],
  "strange-text": [
    "Văn bản có chuỗi dấu kết hợp dài bất thường.",
    "The text has an abnormally long run of combining marks.",
  ],
  "repeated-field": [
    "Một trường xuất hiện nhiều lần với giá trị khác nhau.",
    "A field comes more than once with different values.",
  ],
  "row-of-other-case": ["Dòng có MA_LK của hồ sơ khác.", "The row has the MA_LK of another case."],
  "row-of-other-facility": ["Dòng có MA_CSKCB của cơ sở khác.", "The row has the MA_CSKCB of another facility."],
  "nothing-named": ["Dòng không có cả mã lẫn tên.", "The row has neither a code nor a name."],
  "no-result": [
    "Dòng kết quả không có GIA_TRI, MO_TA hay KET_LUAN.",
    "The result row has none of GIA_TRI, MO_TA and KET_LUAN.",
  ],
  // A field
  "unknown-field": [
    "Trường không có trong quyết định; được giữ nguyên.",
    "The field is not in the decision; it was kept as it is.",
  ],
  missing: ["Thiếu giá trị bắt buộc.", "A required value is missing."],
  "needed-here": ["Thiếu giá trị cần có trong trường hợp này.", "A value needed in this situation is missing."],
  "too-long": ["Giá trị dài hơn quy định.", "The value is longer than allowed."],
  "no-date": ["Giá trị không phải ngày giờ có thật.", "The value is no real date or time."],
  "date-length": [
    "Ngày giờ không đúng số chữ số quy định (8 hoặc 12).",
    "The date does not have the number of digits prescribed (8 or 12).",
  ],
  "no-number": ["Giá trị không phải là số.", "The value is not a number."],
  "decimal-comma": [
    "Số thập phân dùng dấu phẩy; quy định dùng dấu chấm.",
    "The number has a decimal comma; the standard has a point.",
  ],
  negative: ["Số âm; ở đây quy định chỉ có số không âm.", "The number is negative; the standard has none here."],
  "mis-encoded": [
    "Chữ tiếng Việt có vẻ bị lỗi bảng mã (TCVN3, VNI, hoặc chuyển mã sai); được giữ nguyên.",
    "The Vietnamese text looks wrongly encoded (TCVN3, VNI, or a faulty conversion); it was kept as it is.",
  ],
  "after-prepared": [
    "Thời điểm này sau ngày lập gói (NGAYLAP).",
    "The time is after the day the package was made (NGAYLAP).",
  ],
  "too-many-decimals": ["Số có quá nhiều chữ số thập phân.", "The number has too many decimals."],
  "unknown-code": ["Mã không có trong danh mục.", "The code is not in its list."],
  "left-before-arrival": ["NGAY_RA sớm hơn NGAY_VAO.", "NGAY_RA is before NGAY_VAO."],
  "money-rule": [
    "Số tiền không khớp công thức tính từ các trường khác của dòng (cho phép lệch 1 đồng).",
    "The amount does not follow from the row's other fields (one đồng of difference is allowed).",
  ],
  "money-total": [
    "Tổng tiền khác tổng các dòng XML2 và XML3 (cho phép lệch 1 đồng mỗi dòng).",
    "The total is not the sum of the rows of XML2 and XML3 (one đồng of difference per row is allowed).",
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type IssueCode = keyof typeof issueTexts;
