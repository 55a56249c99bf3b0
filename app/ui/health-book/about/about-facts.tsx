import type { AboutFact, AboutField, AboutSource, AboutValue } from "#app/domain/health-book/about/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Disclosure } from "../../primitives/disclosure.tsx";
import { Tag } from "../../primitives/tag.tsx";
import { dayWords } from "../vaccinations/next-words.ts";

/** Of these a difference may lead to the wrong person. */
const WEIGHTY: ReadonlySet<AboutField> = new Set(["name", "birth", "sex", "personal-number"]);

/** Field by field what each source says, side by side where they differ. */
export function AboutFacts({ facts, missing }: { facts: AboutFact[]; missing: AboutField[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  const nobodySent = missing.map((field) => t(`about.field.${field}`));
  return (
    <>
      <dl className="dl told">
        {facts.map((fact) => (
          <div key={fact.field}>
            <dt>{t(`about.field.${fact.field}`)}</dt>
            <dd>
              {fact.differ && (
                <p>
                  <Tag tone={WEIGHTY.has(fact.field) ? "needs" : "quiet"}>{t("about.differ")}</Tag>
                </p>
              )}
              {fact.values.map((value) => (
                <Value key={value.text} field={fact.field} value={value} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {facts.some(({ differ, field }) => differ && WEIGHTY.has(field)) && (
        <p className="prose">{t("about.differHelp")}</p>
      )}
      {nobodySent.length > 0 && <p className="soft small">{t("about.missing", { fields: nobodySent.join(", ") })}</p>}
    </>
  );
}

function Value({ field, value }: { field: AboutField; value: AboutValue }) {
  const i18n = useI18n();
  return (
    <div>
      <p className="told-v" translate={field === "sex" || field === "birth" ? undefined : "no"}>
        {wordsOf(field, value, i18n)}
      </p>
      <Sources sources={value.sources} />
    </div>
  );
}

/** One source in a line; several that agree are counted, and named behind it. */
function Sources({ sources }: { sources: AboutSource[] }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const [newest, ...others] = [...sources].sort((a, b) => b.at.localeCompare(a.at));
  if (!newest) return null;
  if (others.length === 0) return <p className="src">{sourceWords(newest, i18n)}</p>;
  return (
    <Disclosure label={t("about.agree", { n: sources.length, when: f.date(newest.at) })}>
      <ul className="plain small">
        {[newest, ...others].map((source) => (
          <li key={sourceWords(source, i18n)}>{sourceWords(source, i18n)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function wordsOf(field: AboutField, value: AboutValue, i18n: I18n): string {
  if (field === "sex") return i18n.t.maybe("common.sex", value.text) ?? value.text;
  return value.birth ? dayWords(value.birth, i18n) : value.text;
}

const sourceWords = (source: AboutSource, { t, f }: I18n): string =>
  source.kind === "facility"
    ? t("about.facility", { facility: source.facility, when: f.date(source.at) })
    : t("about.digitalId", { when: f.date(source.at) });
