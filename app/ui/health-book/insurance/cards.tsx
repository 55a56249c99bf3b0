import type { ReactNode } from "react";
import type { CardsView, CardView } from "#app/domain/health-book/insurance/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { Button } from "../../primitives/button.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Notice } from "../../primitives/notice.tsx";
import { CardFacts } from "./card-facts.tsx";
import { CardSaid } from "./card-said.tsx";
import { CardState } from "./card-state.tsx";

interface CardsProps {
  view: CardsView;
  /** Where the question is sent. */
  action: string;
  /** For a counter: without what facilities sent, and what is told once is enough. */
  brief?: boolean;
  /** What stands beside the number. */
  beside?: (card: CardView) => ReactNode;
}

/** Every card of the person; the button to ask the insurer under each. */
export function Cards({ view, action, brief = false, beside }: CardsProps) {
  const t = useT();
  const { cards, closed } = view;
  if (cards.length === 0)
    return (
      <EmptyState title={t("insurance.none")}>
        <p>{t("insurance.noneHelp")}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      {cards.map((card) => (
        <article key={card.id} className="card stack">
          <CardNumber card={card} />
          {beside?.(card)}
          <CardState card={card} onPaper={brief} />
          <CardFacts card={card} brief={brief} />
          {!brief && <CardSaid card={card} />}
          {!closed && <AskForm card={card} action={action} />}
        </article>
      ))}
      {closed && (
        <Notice>
          <p>{t(`insurance.closed.${closed}`)}</p>
        </Notice>
      )}
    </div>
  );
}

/** The number in the boxes that the card prints it in. */
export function CardNumber({ card }: { card: CardView }) {
  const t = useT();
  return (
    <div>
      <p className="soft small">{t(card.kind === "card" ? "insurance.card" : "insurance.byPersonalNumber")}</p>
      <p className="card-number" translate="no">
        {card.number.join(" ")}
      </p>
    </div>
  );
}

function AskForm({ card, action }: { card: CardView; action: string }) {
  const t = useT();
  return (
    <form method="post" action={action} className="stack">
      <HiddenFields values={{ intent: "check", card: card.id }} />
      <div className="btns">
        <Button look="second">{t("insurance.ask")}</Button>
      </div>
      <p className="soft small">{t("insurance.askHelp")}</p>
    </form>
  );
}
