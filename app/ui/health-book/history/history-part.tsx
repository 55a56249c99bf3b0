import type { AnswerView, HistoryPartView } from "#app/domain/health-book/history/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { ItemList } from "../../patterns/item-list.tsx";
import { MoreLink } from "../../patterns/more-link.tsx";
import { SourceLine } from "../../patterns/source-line.tsx";
import { Link } from "../../primitives/link.tsx";
import { BookItems } from "../book-items.tsx";
import { Statement } from "../section-empty.tsx";
import { resultHref, sectionHref } from "../sections.ts";
import { AnswerItem } from "./answer-item.tsx";
import { questionWords } from "./question-words.ts";

/** "No" to one kind of a list, which stands in one line with the others that were answered so. */
const isPlainNo = ({ question, answer, earlier }: AnswerView): boolean =>
  question?.includes(".") === true &&
  earlier.length === 0 &&
  !answer.withdrawn &&
  !answer.unsafe &&
  !answer.hidden &&
  answer.value?.kind === "boolean" &&
  !answer.value.value;

/** One part of the form: what there is, what was said not to be, and what nobody answered. */
export function HistoryPart({ view, self }: { view: HistoryPartView; self: boolean }) {
  const { t } = useI18n();
  const { part, answers, items, statements, unsaid, more } = view;
  const plain = answers.filter(isPlainNo);
  const others = answers.filter((one) => !isPlainNo(one));
  const empty = answers.length + items.length + statements.length === 0;
  const questions = unsaid.map((id) => questionWords(id, t) ?? id).join("; ");
  return (
    <section aria-labelledby={part} className="titled">
      <h2 id={part}>{t(`history.part.${part}`)}</h2>
      {empty && <p className="soft">{t(self ? "history.nothing" : "history.nothingOther")}</p>}
      {items.length + others.length > 0 && (
        <ItemList>
          <BookItems items={items} extent="full" />
          {others.map((one) => (
            <AnswerItem key={one.answer.id} of={one} />
          ))}
        </ItemList>
      )}
      <SaidNone of={plain} />
      {statements.map((statement, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no id, and their order stands
        <Statement key={at} of={statement} section={statement.section} />
      ))}
      {unsaid.length > 0 && <p className="soft">{t(self ? "history.unsaid" : "history.unsaidOther", { questions })}</p>}
      {more && (
        <MoreLink href={sectionHref(more.section)}>
          {t(`history.moreOf.${more.section as "conditions"}`, { n: more.n })}
        </MoreLink>
      )}
    </section>
  );
}

/** All that was asked and denied, by whom and when they wrote it down. */
function SaidNone({ of }: { of: AnswerView[] }) {
  const { t } = useI18n();
  const groups = new Map<string, AnswerView[]>();
  for (const one of of) {
    const key = `${one.answer.source.facilityId} ${one.answer.when?.from ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, answers]) => (
    <div key={key} className="item">
      <p>
        {t("history.saidNone")}:{" "}
        {answers.map(({ question, answer }, at) => (
          <span key={answer.id}>
            {at > 0 && "; "}
            <Link href={resultHref(answer.id)}>{questionWords(question, t)}</Link>
          </span>
        ))}
      </p>
      <SourceLine facility={answers[0]?.answer.source.facility} when={answers[0]?.answer.when} />
    </div>
  ));
}
