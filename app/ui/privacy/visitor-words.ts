import type { I18n } from "#app/i18n/t.tsx";

/** `Chrome/Android` as "Chrome trên Android". */
export function deviceWords(device: string, { t }: I18n): string {
  if (device === "help-desk") return t("sessions.helpDesk");
  if (device === "provider") return t("sessions.byProvider");
  const [browser = "", system = ""] = device === "unknown" ? [] : device.split("/");
  if (browser && system) return t("sessions.on", { browser, system });
  return browser || system || t("sessions.unknownDevice");
}

/** A country's name, or that it was inside a network. */
export function networkWords(network: string, { t, locale }: I18n): string {
  if (network === "local") return t("sessions.localNetwork");
  if (!/^[A-Z]{2}$/.test(network)) return t("sessions.unknownPlace");
  return new Intl.DisplayNames(locale, { type: "region" }).of(network) ?? network;
}
