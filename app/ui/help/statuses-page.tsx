import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { signInProblems } from "../public/sign-in-problems.ts";
import { TopicWords } from "./status-tag.tsx";
import { type Status, statuses } from "./statuses.ts";
import { type Area, type Topic, topics } from "./topics.ts";

const everyStatus = Object.entries(statuses) as [Status, Topic][];
const everyTopic = Object.keys(topics) as Topic[];
const areas = [...new Set(everyTopic.map((topic) => topics[topic].area))];

type Verdict = MessageKey extends infer K ? (K extends `insurance.verdict.${infer V}` ? V : never) : never;

/** What the insurer may say of a card: its page says the same beside the card. */
const verdicts: Readonly<Record<Verdict, true>> = {
  valid: true,
  "old-valid": true,
  force: true,
  replaced: true,
  expired: true,
  number: true,
  name: true,
  birth: true,
  withdrawn: true,
  reduced: true,
  child: true,
  "unknown-code": true,
};

/** Every status of the portal by what it is about, from the one table. */
export function StatusesPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("status.title")} lead={t("status.lead")} back={{ href: "/help", place: t("help.title") }} />
      <nav aria-labelledby="index" className="no-print">
        <h2 id="index">{t("status.index")}</h2>
        <ul className="dots">
          {areas.map((area) => (
            <li key={area}>
              <Link href={`#${area}`}>{t(`status.area.${area}`)}</Link>
            </li>
          ))}
          <li>
            <Link href="#insurance">{t("status.insurance")}</Link>
          </li>
        </ul>
      </nav>
      {areas.map((area) => (
        <section key={area} id={area} className="part">
          <h2>{t(`status.area.${area}`)}</h2>
          <Topics of={area} />
          {area === "account" && <Problems />}
        </section>
      ))}
      <section id="insurance" className="part">
        <h2>{t("status.insurance")}</h2>
        <dl className="stack">
          {(Object.keys(verdicts) as Verdict[]).map((verdict) => (
            <div key={verdict}>
              <dt>
                <b>{t(`insurance.verdict.${verdict}`)}</b>
              </dt>
              <dd>{t(`insurance.do.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p>
        <HelpLine />
      </p>
    </div>
  );
}

function Topics({ of }: { of: Area }) {
  const t = useT();
  const shown = (topic: Topic) =>
    everyStatus.flatMap(([status, its]) => (its === topic ? t(status as "item.new") : []));
  return everyTopic
    .filter((topic) => topics[topic].area === of)
    .map((topic) => (
      <div key={topic} id={topic} className="topic">
        <h3>{[...new Set(shown(topic))].join(" · ")}</h3>
        <TopicWords of={topic} />
      </div>
    ));
}

/** Why a sign-in did not end well, as its own page says it too. */
function Problems() {
  const t = useT();
  return (
    <div className="topic">
      <h3>{t("status.problems")}</h3>
      <ul className="dots">
        {signInProblems.map((reason) => (
          <li key={reason}>
            {t(`problem.reason.${reason}`)} {t(`problem.next.${reason}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
