import type { AnswerView } from "#app/domain/health-book/history/view.ts";
import type { ResultView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ReportLink } from "../../corrections/report-links.tsx";
import { SourceLine } from "../../patterns/source-line.tsx";
import { Value } from "../../patterns/value.tsx";
import { isLong } from "../../patterns/value-text.ts";
import { Disclosure } from "../../primitives/disclosure.tsx";
import { Link } from "../../primitives/link.tsx";
import { AlsoFrom } from "../also-from.tsx";
import { EarlierLink } from "../earlier-link.tsx";
import { ItemFlags } from "../item-flags.tsx";
import { Components } from "../result-components.tsx";
import { resultHref } from "../sections.ts";
import { answerWords, questionWords } from "./question-words.ts";

/** A question with what was answered last, by whom and when; other answers are folded below. */
export function AnswerItem({ of: { question, answer, earlier } }: { of: AnswerView }) {
  const t = useT();
  const name = answerWords(question, answer, t);
  const ours = questionWords(question, t) !== undefined;
  return (
    <li className={answer.withdrawn ? "item gone" : "item"}>
      <p className={isLong(answer.value) ? "row row-long" : "row"}>
        <Link
          href={resultHref(answer.id, answer.hidden)}
          className="item-t"
          translate={ours || answer.title === undefined ? undefined : "no"}
        >
          {name}
        </Link>
        {(answer.value !== undefined || answer.components.length === 0) && <Value of={answer.value} />}
      </p>
      <Components of={answer} />
      <ItemFlags item={answer} explain />
      <SourceLine facility={answer.source.facility} when={answer.when}>
        <EarlierLink of={answer} />
        <ReportLink id={answer.id} name={name} />
      </SourceLine>
      <AlsoFrom item={answer} />
      {earlier.length > 0 && (
        <Disclosure label={t("history.earlier", { n: earlier.length })}>
          <ul className="list">
            {earlier.map((one) => (
              <EarlierAnswer key={one.id} of={one} name={name} />
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

function EarlierAnswer({ of, name }: { of: ResultView; name: string }) {
  return (
    <li className={of.withdrawn ? "item gone" : "item"}>
      <p className="row">
        <Link href={resultHref(of.id, of.hidden)} className="item-t">
          {name}
        </Link>
        <Value of={of.value} />
      </p>
      <ItemFlags item={of} explain={false} />
      <SourceLine facility={of.source.facility} when={of.when} />
    </li>
  );
}
