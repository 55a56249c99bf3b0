import type { Translate } from "#app/i18n/translate.ts";

/** The title of a page in the browser; names whose book it is when that is somebody else's. */
export function documentTitle(t: Translate, page: string | undefined, acting?: { name: string }): string {
  const parts = [page, acting && t("acting.title", { name: acting.name }), t("common.brand")];
  return parts.filter(Boolean).join(" – ");
}
