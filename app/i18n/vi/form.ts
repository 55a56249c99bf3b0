/** What is wrong with a field of a form, by the code of the check that found it. */
export const form = {
  required: "Cần điền mục này.",
  invalid: "Nội dung chưa đúng.",
  "too-long": "Dài quá, hãy viết ngắn hơn.",
  "facility-code-5": "Mã gồm đúng 5 chữ số hoặc chữ cái.",
  "facility-code-13": "Mã gồm đúng 13 chữ số.",
  "code-taken": "Mã này đang thuộc một cơ sở khác.",
  "already-sent":
    "Biểu mẫu này đã được gửi với nội dung khác. Xem danh sách bên trên; nếu chưa có thì bấm gửi lần nữa.",
  "tick-or-write": "Chọn ít nhất một ý ở trên hoặc viết vài chữ.",
  "needs-item": "Chọn “Còn thiếu thông tin”, hoặc mở đúng mục bị sai rồi bấm “Báo sai” ở đó.",
  "too-many-open":
    "Đang có 10 lần báo chưa được trả lời, nên chưa gửi thêm được. Gọi %phone% để được giúp, hoặc rút lại lần báo không cần nữa.",
  phone: "Số điện thoại chưa đúng.",
  hours: "Ghi số giờ từ 1 đến 8760.",
  "date-time": "Ghi ngày và giờ.",
  "ends-before": "Lúc kết thúc phải sau lúc bắt đầu.",
  "not-json": "Đây không phải JSON. Hãy chép lại cả bộ khóa.",
  "not-jwks": "Thiếu phần “keys”. Hãy chép lại cả bộ khóa.",
  "no-keys": "Bộ khóa chưa có khóa nào.",
  "too-many-keys": "Bộ khóa có quá 10 khóa.",
  "private-key": "Bộ khóa có khóa bí mật. Chỉ dán khóa công khai, và thay khóa vừa lộ.",
  "key-type": "Chỉ nhận khóa EC P-256, P-384 hoặc RSA từ 2048 bit.",
  "key-without-kid": "Mỗi khóa cần có “kid”.",
} as const;
