/** What the sender of a file is told. Natural Vietnamese; no values of the file in any text. */
export const fileIssueTexts = {
  "not-utf8": [
    "Tệp không phải UTF-8. Lưu lại từ bảng tính với bảng mã UTF-8 rồi gửi lại.",
    "The file is not UTF-8. Save it from the spreadsheet as UTF-8 and send it again.",
  ],
  "file-too-large": ["Tệp lớn hơn mức cho phép.", "The file is larger than allowed."],
  "not-csv": ["Tệp không đọc được theo dạng CSV.", "The file cannot be read as CSV."],
  "no-rows": ["Tệp không có dòng dữ liệu nào.", "The file has no data rows."],
  "no-columns": [
    "Không nhận ra các cột cần có: vắc xin (hoặc kháng nguyên), ngày tiêm, và họ tên hoặc số định danh.",
    "The columns needed were not recognised: vaccine (or antigen), date given, and name or personal number.",
  ],
  "unknown-column": [
    "Có cột không nhận ra; cột được giữ trong tệp gốc, không vào sổ.",
    "A column is not known; it is kept in the file and is not in the book.",
  ],
  "no-person": [
    "Dòng không có số định danh, mã đối tượng, số thẻ BHYT; họ tên và ngày sinh cũng không đủ để biết là của ai.",
    "The row has no personal, register or insurance number, and too little of name and birth date to say whose it is.",
  ],
  "personal-number-form": [
    "Số định danh không đủ 12 chữ số (có thể bảng tính đã bỏ số 0 ở đầu); không dùng để tìm người.",
    "The personal number does not have 12 digits (a spreadsheet may have dropped the leading 0); it is not used to find the person.",
  ],
  "birth-date-unread": ["Ngày sinh không đọc được.", "The date of birth cannot be read."],
  "sex-unread": ["Giới tính không đọc được.", "The sex cannot be read."],
  "rows-differ": [
    "Các dòng của cùng một người ghi thông tin người khác nhau; lấy dòng đầu.",
    "Rows of one person differ in who the person is; the first was taken.",
  ],
  "no-vaccine": ["Dòng không có tên vắc xin hay kháng nguyên.", "The row names neither a vaccine nor an antigen."],
  "no-vaccination-date": ["Dòng không có ngày tiêm.", "The row has no date of vaccination."],
  "vaccination-date-unread": [
    "Ngày tiêm không phải ngày có thật (dạng ngày/tháng/năm).",
    "The date of vaccination is no real date (day/month/year).",
  ],
  "vaccination-date-future": ["Ngày tiêm ở tương lai.", "The date of vaccination is in the future."],
  "before-birth": ["Ngày ghi trước ngày sinh.", "The date is before the date of birth."],
  "not-given": [
    "Dòng nói là chưa tiêm, hoãn hoặc hủy; không phải một mũi đã tiêm nên không vào sổ.",
    "The row says not given, postponed or cancelled; it is no vaccination and is not in the book.",
  ],
  "row-twice": [
    "Mũi tiêm này có hai lần trong tệp với nội dung khác nhau.",
    "This vaccination stands twice in the file with different content.",
  ],
  "several-persons": [
    "Tệp có quá nhiều người cho một lần gửi. Chia thành tệp nhỏ, mỗi tệp nhiều nhất 500 người, hoặc nạp bằng lệnh.",
    "The file holds too many persons for one call. Split it, at most 500 persons a file, or load it with the import command.",
  ],
  "not-json": ["Tệp không phải JSON.", "The file is not JSON."],
  "not-form-831": [
    "JSON không phải phiếu 831: thiếu phần hanh_chinh.",
    "The JSON is no Form 831: the part hanh_chinh is missing.",
  ],
  "part-unread": [
    "Phần này không đúng dạng; được giữ trong tệp gốc, không vào sổ.",
    "This part does not have its form; it is kept in the file and is not in the book.",
  ],
  "date-unread": ["Ngày không phải ngày có thật.", "The date is no real date."],
  "number-unread": ["Giá trị không phải là số.", "The value is not a number."],
  "unknown-part": [
    "Phần không có trong phiếu; được giữ trong tệp gốc, không vào sổ.",
    "The part is not in the form; it is kept in the file and is not in the book.",
  ],
  "empty-form": [
    "Phiếu không có thông tin nào ngoài phần hành chính.",
    "The form holds nothing besides who the person is.",
  ],
  "entry-refused": [
    "Dòng này không lưu được vì trái với quy tắc của FHIR R4.",
    "What this row says could not be kept: it breaks a rule of FHIR R4.",
  ],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

export type FileIssueCode = keyof typeof fileIssueTexts;
