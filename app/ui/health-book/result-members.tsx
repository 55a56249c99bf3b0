import type { ResultView } from "#app/domain/health-book/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import type { Nested } from "#app/shared/nest.ts";
import { InterpretationTag, outsideRange } from "../patterns/interpretation-tag.tsx";
import { Value } from "../patterns/value.tsx";
import { rangeBeside } from "../patterns/value-text.ts";
import { readable } from "../primitives/clinical-text.tsx";
import { Link } from "../primitives/link.tsx";
import { ItemFlags } from "./item-flags.tsx";
import { Components } from "./result-components.tsx";
import { resultHref } from "./sections.ts";

interface ResultMembersProps {
  of: Nested<ResultView>[];
  /** How many the sender names, of which some may not be here. */
  named: number;
  /** On the book's first page only what is outside the range is shown; the rest is counted. */
  brief: boolean;
}

const valued = (members: Nested<ResultView>[]): ResultView[] =>
  members.flatMap(({ item, parts }) => {
    if (parts.length > 0) return valued(parts);
    return item.form === "measurement" ? [item] : [];
  });

/** A picture has none; a result in parts says them. */
const hasValue = (of: ResultView): boolean =>
  of.value !== undefined || (of.form === "measurement" && of.components.length === 0);

const outside = (result: ResultView): boolean =>
  [result, ...result.components].some((one) => outsideRange(one.interpretation));

/** How many values a report has, and how many of them to look at. */
function countWords(results: ResultView[], { t }: I18n): string {
  const n = results.length;
  const odd = results.filter(outside).length;
  if (odd > 0) return t("result.membersOutside", { n, odd });
  return t(
    results.every((one) => one.interpretation === "normal" && !one.unsafe) ? "result.membersNormal" : "result.members",
    { n },
  );
}

/** What a report is made of, inside its row. */
export function ResultMembers({ of, named, brief }: ResultMembersProps) {
  const i18n = useI18n();
  const results = valued(of);
  const n = of.length === 0 ? named : results.length;
  const shown = brief ? results.filter(outside).map((item) => ({ item, parts: [] })) : of;
  return (
    <>
      {n > 0 && <p>{of.length === 0 ? i18n.t("result.members", { n }) : countWords(results, i18n)}</p>}
      {shown.length > 0 && <MemberList of={shown} />}
    </>
  );
}

function MemberList({ of }: { of: Nested<ResultView>[] }) {
  return (
    <ul className="members">
      {of.map(({ item, parts }) => (
        <Member key={item.id} of={item} parts={parts} />
      ))}
    </ul>
  );
}

/** One value of a report: its words only when they ask for attention; a panel has values of its own. */
function Member({ of, parts }: { of: ResultView; parts: Nested<ResultView>[] }) {
  const i18n = useI18n();
  const name = of.title === undefined ? i18n.t("item.untitled.result") : readable(of.title, i18n.t);
  return (
    <li className={of.withdrawn ? "gone" : undefined}>
      <Link href={resultHref(of.id, of.hidden)} translate={of.title === undefined ? undefined : "no"}>
        {name}
      </Link>
      {parts.length === 0 && hasValue(of) && <Value of={of.value} />}
      <Components of={of} />
      <ItemFlags item={{ ...of, hidden: false, reported: undefined }} explain={false} />
      {of.interpretation && outsideRange(of.interpretation) && (
        <InterpretationTag of={of.interpretation} range={rangeBeside(of, i18n)} />
      )}
      {parts.length > 0 && <MemberList of={parts} />}
    </li>
  );
}
