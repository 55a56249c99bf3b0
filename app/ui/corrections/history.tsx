import type { CorrectionEventView } from "#app/domain/corrections/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Timeline } from "../patterns/timeline.tsx";
import { Moment } from "../primitives/when.tsx";

interface HistoryProps {
  events: CorrectionEventView[];
  /** Whose book it is, for what a helper sent. */
  person: string;
}

/** Who did and said what, oldest first: the same for both sides. */
export function History({ events, person }: HistoryProps) {
  const t = useT();
  const who = ({ by, name, facility }: CorrectionEventView): string => {
    if (by === "proxy" && name !== undefined) return t("correction.sentBy", { name, person });
    if (by === "citizen") return person;
    return facility ?? t.maybe("correction.by", by) ?? "";
  };
  return (
    <section aria-labelledby="history" className="titled">
      <h2 id="history">{t("correction.history")}</h2>
      <Timeline>
        {events.map((event, at) => {
          const key = `${at}`;
          return (
            <li key={key} className="item">
              <p>
                <b>{t(`correction.event.${event.what}`)}</b>
              </p>
              <p className="src">
                {who(event)} · <Moment at={event.at} />
              </p>
              {event.words !== undefined && <p className="quote">{event.words}</p>}
            </li>
          );
        })}
      </Timeline>
    </section>
  );
}
