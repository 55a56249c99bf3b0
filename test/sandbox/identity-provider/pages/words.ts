import type { Language } from "../../http/language.ts";
import { sharedWords } from "../../http/words.ts";
import type { Persona } from "../../province/personas.ts";

const vi = {
  ...sharedWords.vi,
  banner: "HỆ THỐNG THỬ – không phải VNeID",
  warning: "Mọi người ở đây đều là nhân vật hư cấu. Đừng nhập số định danh của người thật.",

  frontTitle: "Định danh điện tử (bản thử)",
  frontIntro: "Trang này đóng vai hệ thống định danh điện tử quốc gia khi chạy thử Sổ Khỏe. Không có mật khẩu.",
  howTo: "Cách đăng nhập",
  howToSteps: [
    "Chọn một người trong danh sách bên dưới.",
    "Mở Sổ Khỏe và bấm Đăng nhập.",
    "Gõ số hoặc mã ở mục “Gõ khi đăng nhập”.",
  ],
  openPortal: "Mở Sổ Khỏe",
  nobodySignedIn: "Chưa có ai đăng nhập trên trình duyệt này.",
  signedInAs: (name: string) => `Trình duyệt này đang đăng nhập với tên ${name}.`,
  signOut: "Đăng xuất khỏi hệ thống thử",

  people: "Chọn người để đăng nhập",
  columns: { person: "Người và câu chuyện", login: "Gõ khi đăng nhập", level: "Mức định danh", roles: "Vai trò" },
  levels: ["Không tự đăng nhập", "Mức 1", "Mức 2", "Mức 2, có sinh trắc học"],
  roles: {
    citizen: "người dân",
    pharmacist: "dược sĩ",
    clinician: "bác sĩ",
    clerk: "nhân viên tiếp đón",
    operator: "vận hành viên",
    "privacy-officer": "cán bộ bảo vệ dữ liệu",
  } satisfies Record<Persona["roles"][number], string>,

  providers: "Các kiểu định danh",
  providersIntro:
    "Cùng những người ấy, hệ thống thử đóng vai nhiều kiểu định danh, mỗi kiểu ở một địa chỉ, để thử cách cổng kết nối với từng kiểu.",
  faults: "Gây lỗi có chủ đích",
  faultsIntro:
    "Bật một lỗi để lần đăng nhập tới gặp đúng lỗi đó và xem Sổ Khỏe xử lý ra sao. Mỗi lúc chỉ bật được một lỗi.",
  noFault: "Hiện không bật lỗi nào.",
  faultOn: (name: string, times: number) => `Đang bật lỗi ${name}, còn ${times} lần.`,
  fault: "Lỗi",
  times: "Số lần",
  setFault: "Bật lỗi này",
  clearFault: "Tắt lỗi",
  allFaults: "Các lỗi có thể bật",
  forMachines: "Dành cho máy",
  fixtures: "Dữ liệu của tỉnh hư cấu (fixtures.json)",
  faultState: "Lỗi đang bật (faults)",
  discovery: "Cấu hình OpenID Connect",

  signInTitle: "Đăng nhập bằng định danh điện tử (bản thử)",
  signInAsked: "Sổ Khỏe cần biết bạn là ai.",
  login: "Số định danh cá nhân hoặc mã tài khoản",
  loginHint: (example: string) => `Ví dụ ${example}. Không cần mật khẩu.`,
  signIn: "Đăng nhập",
  cancel: "Hủy và quay lại Sổ Khỏe",
  orChoose: "Hoặc chọn một nhân vật",
  error: "Chưa đăng nhập được.",
  emptyLogin: "Hãy gõ số định danh cá nhân hoặc mã tài khoản.",
  unknownLogin: (login: string) =>
    `Hệ thống thử không có ai dùng “${login}”. Hãy kiểm tra lại, hoặc chọn một người bên dưới.`,
  doesNotSignIn: (name: string) => `${name} không tự đăng nhập. Hãy chọn người khác.`,

  confirmTitle: "Xác thực lại – mô phỏng sinh trắc học",
  confirmWhy: (name: string) => `Sổ Khỏe cần chắc chắn rằng đúng ${name} đang dùng máy này.`,
  confirmHow: "Hệ thống thật sẽ quét khuôn mặt hoặc vân tay. Ở đây chỉ cần bấm nút.",
  confirm: "Xác thực",

  signOutTitle: "Đăng xuất khỏi hệ thống thử?",
  signOutText: "Sau khi đăng xuất, lần vào Sổ Khỏe tới sẽ hỏi lại bạn là ai.",
  expiredTitle: "Lượt đăng nhập này không còn dùng được",
  expiredText: "Có thể đã quá 10 phút, hoặc đã xong ở một thẻ khác. Hãy quay lại Sổ Khỏe và đăng nhập lại.",
};

const en: typeof vi = {
  ...sharedWords.en,
  banner: "TEST SYSTEM – not VNeID",
  warning: "Everybody here is invented. Do not type a real person's number.",

  frontTitle: "Digital identity (test version)",
  frontIntro:
    "This page plays the national digital identity system while Sổ Khỏe is being tried out. There are no passwords.",
  howTo: "How to sign in",
  howToSteps: [
    "Choose somebody from the list below.",
    "Open Sổ Khỏe and press Sign in.",
    "Type the number or code given under “Type to sign in”.",
  ],
  openPortal: "Open Sổ Khỏe",
  nobodySignedIn: "Nobody is signed in on this browser.",
  signedInAs: (name) => `This browser is signed in as ${name}.`,
  signOut: "Sign out of the test system",

  people: "Sign in as whom?",
  columns: { person: "Person and story", login: "Type to sign in", level: "Identity level", roles: "Roles" },
  levels: ["Does not sign in", "Level 1", "Level 2", "Level 2, with biometrics"],
  roles: {
    citizen: "citizen",
    pharmacist: "pharmacist",
    clinician: "clinician",
    clerk: "receptionist",
    operator: "operator",
    "privacy-officer": "privacy officer",
  },

  providers: "Kinds of digital ID",
  providersIntro:
    "With the same people, the test system acts several kinds of digital ID, each at its own address, to try how the portal connects to each.",
  faults: "Faults on purpose",
  faultsIntro:
    "Switch a fault on, and the next sign-in meets exactly that fault: see how Sổ Khỏe copes. One at a time.",
  noFault: "No fault is on.",
  faultOn: (name, times) => `The fault ${name} is on, ${times} more ${times === 1 ? "time" : "times"}.`,
  fault: "Fault",
  times: "How often",
  setFault: "Switch this fault on",
  clearFault: "Switch faults off",
  allFaults: "All faults",
  forMachines: "For machines",
  fixtures: "Facts of the invented province (fixtures.json)",
  faultState: "The fault that is on (faults)",
  discovery: "OpenID Connect configuration",

  signInTitle: "Sign in with digital identity (test version)",
  signInAsked: "Sổ Khỏe needs to know who you are.",
  login: "Personal number or account code",
  loginHint: (example) => `For example ${example}. No password needed.`,
  signIn: "Sign in",
  cancel: "Cancel and go back to Sổ Khỏe",
  orChoose: "Or choose a character",
  error: "Not signed in yet.",
  emptyLogin: "Type a personal number or an account code.",
  unknownLogin: (login) => `Nobody in the test system uses “${login}”. Check what you typed, or choose somebody below.`,
  doesNotSignIn: (name) => `${name} does not sign in. Choose somebody else.`,

  confirmTitle: "Confirm it is you – simulated biometrics",
  confirmWhy: (name) => `Sổ Khỏe must be sure that it is ${name} using this device.`,
  confirmHow: "The real system would scan a face or a fingerprint. Here, pressing the button is enough.",
  confirm: "Confirm",

  signOutTitle: "Sign out of the test system?",
  signOutText: "After that, Sổ Khỏe will ask who you are the next time.",
  expiredTitle: "This sign-in can no longer be used",
  expiredText:
    "More than 10 minutes may have passed, or it was finished in another tab. Go back to Sổ Khỏe and sign in again.",
};

export type Words = typeof vi;

export const words: Record<Language, Words> = { vi, en };
