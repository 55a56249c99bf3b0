import type { KindStatusView } from "#app/domain/feed-status/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { stateWords } from "./state-words.ts";

/** Each kind that a facility sends, or should, with how it does. */
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
