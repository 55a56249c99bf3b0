import type { Language } from "./language.ts";

/** What every sandbox server says; each adds its own. */
export interface CommonWords {
  otherLanguage: string;
  /** Says what this is not the real thing of. */
  banner: string;
  warning: string;
  backToFront: string;
  backToPortal: string;
  errorTitle: string;
  errorText: string;
  notFoundTitle: string;
  notFoundText: string;
}

type Shared = Omit<CommonWords, "banner" | "warning">;

const vi: Shared = {
  otherLanguage: "English",
  backToFront: "Trang đầu của hệ thống thử",
  backToPortal: "Quay lại Sổ Khỏe",
  errorTitle: "Không thực hiện được yêu cầu này",
  errorText: "Ứng dụng gửi yêu cầu không đúng, hoặc hệ thống thử gặp lỗi. Chi tiết cho người phát triển:",
  notFoundTitle: "Không có trang này",
  notFoundText: "Hãy bắt đầu lại từ trang đầu.",
};

const en: Shared = {
  otherLanguage: "Tiếng Việt",
  backToFront: "Front page of the test system",
  backToPortal: "Back to Sổ Khỏe",
  errorTitle: "This request cannot be carried out",
  errorText: "The application asked for something wrong, or the test system failed. Details for developers:",
  notFoundTitle: "There is no such page",
  notFoundText: "Start again from the front page.",
};

export const sharedWords: Record<Language, Shared> = { vi, en };
