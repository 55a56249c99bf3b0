import type { Language } from "./language.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const date = new Intl.DateTimeFormat("en-GB", { timeZone, day: "2-digit", month: "2-digit", year: "numeric" });
const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** 09:30:05 ngày 22/11/2026, in Vietnam's time. */
export function clock(at: Date, language: Language): string {
  return `${time.format(at)} ${language === "vi" ? "ngày" : "on"} ${date.format(at)}`;
}
