import type { KindStatusView } from "#app/domain/feed-status/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Why } from "../help/status-tag.tsx";
import { stateWords } from "./state-words.ts";

/** The kinds that are in the same state, what asks for attention first. */
function byState(kinds: KindStatusView[], i18n: I18n): [state: string, kinds: KindStatusView[]][] {
  const groups = new Map<string, KindStatusView[]>();
  for (const one of [...kinds].sort((a, b) => Number(isWell(a)) - Number(isWell(b)))) {
    const state = isWell(one) ? i18n.t("feed.onTime") : stateWords(one.status, i18n);
    groups.set(state, [...(groups.get(state) ?? []), one]);
  }
  return [...groups];
}

const isWell = ({ status }: KindStatusView): boolean => status.state === "on-time";

/** How a facility does in a few lines: each state, and what is in it. */
export function KindsByState({ kinds }: { kinds: KindStatusView[] }) {
  const i18n = useI18n();
  return (
    <ul className="plain">
      {byState(kinds, i18n).map(([state, of]) => (
        <li key={state}>
          <State words={state} of={of} />
        </li>
      ))}
    </ul>
  );
}

/** A state and what is in it; one that is not well says what that means. */
function State({ words, of }: { words: string; of: KindStatusView[] }) {
  const { t } = useI18n();
  const line = (
    <>
      <b className="begins">{words}:</b> {of.map((one) => t(`feed.kind.${one.kind}`)).join("; ")}
    </>
  );
  const [first] = of;
  return !first || isWell(first) ? line : <Why of={`status.feed.${first.status.state}`}>{line}</Why>;
}

/** Each kind that a facility sends, or should, with when it came and when it is due. */
export function KindStates({ kinds }: { kinds: KindStatusView[] }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  return (
    <ul className="plain">
      {kinds.map((one) => (
        <li key={one.kind}>
          <b>{t(`feed.kind.${one.kind}`)}</b>: {stateWords(one.status, i18n)}
          {one.lastReceivedAt !== undefined && `; ${t("feed.last", { when: f.recentDay(one.lastReceivedAt) })}`}
        </li>
      ))}
    </ul>
  );
}
