import type { CorrectionView } from "#app/domain/corrections/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Tag } from "../primitives/tag.tsx";
import { toneOf } from "./words.ts";

/** Where a report stands, in words; late ones stand out. */
export function CorrectionState({ of }: { of: CorrectionView }) {
  return <Tag tone={toneOf(of)}>{useT()(`correction.stateOf.${of.state}`)}</Tag>;
}
