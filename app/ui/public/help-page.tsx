import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { LevelSteps } from "./level-steps.tsx";

type Topic = MessageKey extends infer K ? (K extends `help.topic.${infer T}` ? T : never) : never;
type Words = "help.link.book" | "help.link.search" | "help.link.scam" | "tests.title" | "held.rules" | "status.title";
type More = Words | "feed.whyOf" | "correction.title" | "log.title" | "people.title" | "sources.title";
type Links = readonly (readonly [href: string, words: More | "accessibility.title" | "signIn.title" | "lock.title"])[];

/** What people come for, most wanted first, and where it is done. */
const topics: Readonly<Record<Topic, Links>> = {
  find: [
    ["/book", "help.link.book"],
    ["/book/search", "help.link.search"],
  ],
  meaning: [
    ["/help/tests", "tests.title"],
    ["/help/releases", "held.rules"],
  ],
  words: [["/help/statuses", "status.title"]],
  missing: [
    ["/book/sources/why", "feed.whyOf"],
    ["/book/sources", "sources.title"],
  ],
  wrong: [["/book/corrections", "correction.title"]],
  looked: [["/privacy", "log.title"]],
  family: [["/people", "people.title"]],
  papers: [["/book/sources", "sources.title"]],
  reading: [["/accessibility", "accessibility.title"]],
  signIn: [["/sign-in", "signIn.title"]],
  lost: [["/privacy/lock", "lock.title"]],
  scam: [["/help/scam", "help.link.scam"]],
};
const order = Object.keys(topics) as Topic[];

/** The number first, then an index by what somebody wants to do. */
export function HelpPage() {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("help.title")} />
      <div className="says">
        <p className="val">
          <HelpLine />
        </p>
        <p>{t("help.phoneText")}</p>
      </div>
      <nav aria-labelledby="index" className="part no-print">
        <h2 id="index">{t("help.index")}</h2>
        <ul className="taps">
          {order.map((topic) => (
            <li key={topic}>
              <Link href={`#${topic}`}>{t(`help.topic.${topic}`)}</Link>
            </li>
          ))}
          <li>
            <Link href="#level">{t("help.level")}</Link>
          </li>
        </ul>
      </nav>
      {order.map((topic) => (
        <section key={topic} id={topic} className="part">
          <h2>{t(`help.topic.${topic}`)}</h2>
          <p>{t(`help.text.${topic}`)}</p>
          <ul className="taps no-print">
            {topics[topic].map(([href, words]) => (
              <li key={href}>
                <Link href={href}>{t(words)}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section id="level" className="part stack">
        <h2>{t("help.level")}</h2>
        <LevelSteps />
      </section>
    </div>
  );
}
