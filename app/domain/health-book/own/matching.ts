import { localDay } from "#app/shared/dates.ts";
import { foldText } from "#app/shared/names.ts";
import type { OwnKind } from "./kinds.ts";
import type { OwnMeasurement } from "./view.ts";

/** Words people look for, in both languages: what is searched is not what the page's language calls it. */
const WORDS: Readonly<Record<OwnKind, string>> = {
  "blood-pressure": "huyết áp blood pressure",
  pulse: "mạch nhịp tim pulse heart rate",
  weight: "cân nặng weight",
  height: "chiều cao height",
  glucose: "đường huyết glucose tiểu đường blood sugar",
  temperature: "nhiệt độ thân nhiệt temperature",
  oxygen: "nồng độ oxy spo2 oxygen saturation",
};

/** Those that hold all the words, as the book's search does it: insensitive to marks and case, each from its beginning. */
export function matchingOwn(items: OwnMeasurement[], words: string[], year: number | undefined): OwnMeasurement[] {
  return items.filter((item) => {
    if (item.withdrawn || (year !== undefined && !localDay(new Date(item.at)).startsWith(`${year}-`))) return false;
    const said = [WORDS[item.kind], "bạn tự đo measured by you", item.value, item.second ?? "", item.unit].join(" ");
    const folded = ` ${foldText(said)}`;
    return words.every((word) => folded.includes(` ${word}`));
  });
}
