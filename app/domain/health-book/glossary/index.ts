import { bloodCount } from "./blood-count.ts";
import { breathStoolAndOther } from "./breath-stool-and-other.ts";
import { clotting } from "./clotting.ts";
import { fats } from "./fats.ts";
import { heartAndInflammation } from "./heart-and-inflammation.ts";
import { hormones } from "./hormones.ts";
import { immunity } from "./immunity.ts";
import { infections } from "./infections.ts";
import { ironAndVitamins } from "./iron-and-vitamins.ts";
import { kidneyAndSalts } from "./kidney-and-salts.ts";
import type { TestGroup } from "./known-test.ts";
import { liverAndPancreas } from "./liver-and-pancreas.ts";
import { sugar } from "./sugar.ts";
import { tumourMarkers } from "./tumour-markers.ts";
import { urine } from "./urine.ts";

/** All that the glossary explains, in the order people ask for. */
export const testGroups: readonly TestGroup[] = [
  bloodCount,
  sugar,
  fats,
  kidneyAndSalts,
  liverAndPancreas,
  urine,
  heartAndInflammation,
  clotting,
  ironAndVitamins,
  hormones,
  infections,
  immunity,
  tumourMarkers,
  breathStoolAndOther,
];
