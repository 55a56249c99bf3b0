import type { CorrectionView } from "#app/domain/corrections/view.ts";
import { StatusTag } from "../help/status-tag.tsx";
import { toneOf } from "./words.ts";

/** Where a report stands, in words; late ones stand out. Whose report it is also gets what that means. */
export function CorrectionState({ of, brief = true }: { of: CorrectionView; brief?: boolean }) {
  return <StatusTag of={`correction.stateOf.${of.state}`} tone={toneOf(of)} brief={brief} />;
}
