import type { AssuranceLevel } from "../identity.ts";
import type { RequestParameters } from "../settings/request.ts";
import type { ProviderSettings } from "../settings.ts";

/** The highest level the settings know a way to. */
export const highestLevel = ({ assurance }: ProviderSettings): AssuranceLevel =>
  Math.max(0, ...assurance.map(({ level }) => level)) as AssuranceLevel;

/** How a level is asked for: as the settings say, or else by the `acr` values that reach it, lowest first. */
export function askForLevel(settings: ProviderSettings, level: AssuranceLevel | undefined): RequestParameters {
  if (!level) return {};
  const said = settings.requestForLevel[`${level}`];
  if (said) return said;
  const reaching = settings.assurance.filter((rule) => rule.level >= level).sort((a, b) => a.level - b.level);
  const acr = reaching.flatMap(({ when }) => {
    const wanted = when.acr;
    return typeof wanted === "string" ? [wanted] : Array.isArray(wanted) ? wanted : [];
  });
  return acr.length === 0 ? {} : { acr_values: [...new Set(acr)].join(" ") };
}
