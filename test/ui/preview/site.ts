import { en } from "#app/i18n/en.ts";
import { type Site, siteCatalogue } from "#app/i18n/site.ts";
import { vi } from "#app/i18n/vi.ts";

/** Another province than the sandbox's, so that a name written into a text shows. */
export const site: Site = {
  department: { vi: "Sở Y tế tỉnh Lam Giang", en: "Lam Giang Department of Health" },
  address: "số 1 đường Hai Bà Trưng, phường Sông Lam, tỉnh Lam Giang",
  phone: "1800 1234",
  provider: { vi: "Định danh Lam Giang", en: "Lam Giang ID" },
};

export const catalogues = { vi: siteCatalogue(vi, "vi", site), en: siteCatalogue(en, "en", site) };
