import type { MessageState } from "#app/domain/feeds/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

const tones: Record<MessageState, Tone> = {
  accepted: "quiet",
  partly_accepted: "needs",
  rejected: "danger",
  quarantined: "urgent",
};

/** What became of a message, in words. */
export function StateTag({ state }: { state: MessageState }) {
  return <Tag tone={tones[state]}>{useT()(`messages.stateOf.${state}`)}</Tag>;
}
