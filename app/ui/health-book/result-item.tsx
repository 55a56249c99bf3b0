import type { ResultView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import type { Nested } from "#app/shared/nest.ts";
import { ReportLink } from "../corrections/report-links.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { statusIn } from "../help/statuses.ts";
import { InterpretationTag } from "../patterns/interpretation-tag.tsx";
import { SourceLine } from "../patterns/source-line.tsx";
import { Value } from "../patterns/value.tsx";
import { isLong, rangeBeside } from "../patterns/value-text.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { Comment } from "./comment.tsx";
import { EarlierLink } from "./earlier-link.tsx";
import { ItemFlags } from "./item-flags.tsx";
import type { Extent } from "./item-frame.tsx";
import { KindLine } from "./kind-line.tsx";
import { Components } from "./result-components.tsx";
import { ResultMembers } from "./result-members.tsx";
import { resultHref } from "./sections.ts";
import { titleWords } from "./title-words.ts";

interface ResultItemProps {
  item: ResultView;
  /** Members of this report that the same list holds: they stand within it. */
  members?: Nested<ResultView>[];
  extent: Extent;
}

/** A result in a list: name, value, what it means in words. All else is on its page. */
export function ResultItem({ item, members = [], extent }: ResultItemProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const state = item.status === "final" ? undefined : statusIn("result.status", item.status);
  const hasValue =
    item.value !== undefined || (item.components.length === 0 && item.form !== "report" && item.form !== "imaging");
  return (
    <li className={item.withdrawn ? "item gone" : "item"}>
      <KindLine of="result" />
      <p className={isLong(item.value) ? "row row-long" : "row"}>
        <Link
          href={resultHref(item.id, item.hidden)}
          className="item-t"
          translate={item.title === undefined ? undefined : "no"}
        >
          {titleWords(item, t)}
        </Link>
        {hasValue && members.length === 0 && <Value of={item.value} />}
      </p>
      {item.form === "family" && <p className="soft">{t("result.form.family")}</p>}
      <Components of={item} />
      {item.interpretation && (
        <p>
          <InterpretationTag of={item.interpretation} range={rangeBeside(item, i18n)} />
        </p>
      )}
      {item.aiHelped && (
        <p className="soft">
          {item.by.length > 0 ? t("result.aiReader", { name: item.by.join(", ") }) : t("result.aiShort")}
        </p>
      )}
      {state && <StatusTag of={state} tone="info" brief={extent === "brief"} />}
      {item.conclusion && <ClinicalText as="p" text={t("result.conclusion", { text: item.conclusion })} />}
      {item.comments?.map((comment) => (
        <Comment key={comment.id} of={comment} />
      ))}
      <ResultMembers of={members} named={item.memberCount} brief={extent === "brief"} />
      <ItemFlags item={item} explain={extent !== "brief"} />
      <SourceLine facility={extent === "visit" ? undefined : item.source.facility} when={item.when}>
        {extent !== "brief" && <EarlierLink of={item} />}
        {extent !== "brief" && <ReportLink id={item.id} name={titleWords(item, t)} />}
      </SourceLine>
    </li>
  );
}
