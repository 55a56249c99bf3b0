import type { CandidateView, CaseView, SaidView } from "#app/domain/feeds/quarantine-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Tag } from "../primitives/tag.tsx";
import { Moment } from "../primitives/when.tsx";
import { CaseChoices } from "./case-choices.tsx";
import { Numbers, useBirthWords } from "./case-facts.tsx";
import { FindPersonFields } from "./find-person-fields.tsx";
import { FormNotice } from "./form-notice.tsx";
import { messageHref } from "./messages-href.ts";
import { caseHref } from "./quarantine-page.tsx";
import { Reason } from "./reason.tsx";

interface CasePageProps {
  view: CaseView;
  facilities: { id: string; name: string }[];
  form: FormState;
}

/** One delivery that waits: what it says beside everybody it may be about, and what can be decided. */
export function CasePage({ view, facilities, form }: CasePageProps) {
  const { t, f } = useI18n();
  return (
    <>
      <PageHead
        title={t("quarantine.caseTitle", { when: f.recent(view.since) })}
        eyebrow={view.facility}
        back={{ href: "/operator/quarantine", place: t("quarantine.title") }}
      >
        <p>
          <Reason code={view.reason} />
        </p>
        <p>
          <Link href={messageHref(view.facilityId, view.id)}>{t("quarantine.message")}</Link>
        </p>
      </PageHead>
      <FormNotice errors={form.errors} />
      <Outcome view={view} />
      {view.said && (
        <div className="cols">
          <Said said={view.said} />
          <section aria-labelledby="candidates" className="titled">
            <h2 id="candidates">{t("quarantine.candidates")}</h2>
            {view.candidates.length === 0 && <p>{t("quarantine.noCandidates")}</p>}
            {view.candidates.map((candidate) => (
              <Candidate key={candidate.id} candidate={candidate} />
            ))}
            {view.state === "waiting" && (
              <Disclosure label={t("quarantine.find")} open={form.values?.intent === "find"}>
                <form method="post" className="form">
                  <HiddenFields values={{ intent: "find" }} />
                  <FindPersonFields facilities={facilities} {...form} />
                  <Button look="second">{t("persons.find")}</Button>
                </form>
              </Disclosure>
            )}
          </section>
        </div>
      )}
      {view.state === "waiting" && <CaseChoices view={view} form={form} />}
      <Alike view={view} />
    </>
  );
}

function Outcome({ view }: { view: CaseView }) {
  const { t } = useI18n();
  if (view.state === "waiting") return null;
  if (view.state === "replayed") {
    return (
      <Notice>
        {view.outcome && <p>{t(`quarantine.done.${view.outcome}`)}</p>}
        <p>{t("quarantine.closed")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="needs">
      <p>{t("quarantine.interrupted")}</p>
      <form method="post">
        <HiddenFields values={{ intent: "replay" }} />
        <Button>{t("quarantine.again")}</Button>
      </form>
    </Notice>
  );
}

function Said({ said }: { said: SaidView }) {
  const { t } = useI18n();
  const birth = useBirthWords();
  const { birthOrder: order, mother } = said;
  return (
    <section aria-labelledby="said" className="titled">
      <h2 id="said">{t("quarantine.said")}</h2>
      <DescriptionList
        facts={[
          {
            label: t("quarantine.name"),
            value: <span translate="no">{said.names.join(" / ") || t("quarantine.noName")}</span>,
          },
          { label: t("quarantine.birth"), value: birth(said.birth) },
          { label: t("quarantine.sex"), value: t(`common.sex.${said.sex}`) },
          {
            label: t("quarantine.birthOrder"),
            value:
              order === undefined
                ? undefined
                : order > 0
                  ? t("quarantine.orderOf.nth", { n: order })
                  : t(order === 0 ? "quarantine.orderOf.only" : "quarantine.orderOf.several"),
          },
          {
            label: t("quarantine.identifiers"),
            value: said.identifiers.length > 0 ? <Numbers of={said.identifiers} /> : t("quarantine.noIdentifiers"),
          },
          { label: t("quarantine.address"), value: said.addresses.join(" / ") },
          { label: t("quarantine.phone"), value: said.phones.join(", ") },
          {
            label: t("quarantine.mother"),
            value: mother && (
              <>
                <span translate="no">{mother.names.join(" / ")}</span>
                <Numbers of={mother.identifiers} />
              </>
            ),
          },
        ]}
      />
      <form method="post" className="confirm">
        <HiddenFields values={{ intent: "reveal" }} />
        <p className="hint">{t("quarantine.revealHint")}</p>
        <Button look="second">{t("quarantine.reveal")}</Button>
      </form>
    </section>
  );
}

function Candidate({ candidate }: { candidate: CandidateView }) {
  const { t } = useI18n();
  const birth = useBirthWords();
  const { agreement, by } = candidate;
  const kinds = by.map((kind) => t.maybe("quarantine.by", kind) ?? t("quarantine.by.other")).join(", ");
  const marked = (value: string | undefined, how: keyof typeof tones) => (
    <>
      {value} <Tag tone={tones[how]}>{t(`quarantine.agreement.${how}`)}</Tag>
    </>
  );
  return (
    <div className="candidate">
      <h3 translate="no">{candidate.names[0] ?? t("quarantine.nobodyNamed")}</h3>
      <p className="soft">{t("quarantine.foundBy", { what: kinds })}</p>
      {candidate.contradicts && (
        <p>
          <Reason code={candidate.contradicts} />
        </p>
      )}
      <DescriptionList
        facts={[
          { label: t("quarantine.name"), value: marked(candidate.names.join(" / "), agreement.name) },
          { label: t("quarantine.birth"), value: marked(birth(candidate.birth), agreement.birth) },
          { label: t("quarantine.sex"), value: marked(t(`common.sex.${candidate.sex}`), agreement.sex) },
        ]}
      />
      {candidate.deceased && <p>{t("quarantine.deceased")}</p>}
      <p>
        <Link href={`/operator/persons/${candidate.id}`}>{t("quarantine.openPerson")}</Link>
      </p>
    </div>
  );
}

const tones = { agrees: "quiet", contradicts: "danger", unsaid: "needs" } as const;

function Alike({ view }: { view: CaseView }) {
  const { t } = useI18n();
  if (view.alike.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="apart titled">
      <h2 id="alike">{t("quarantine.others")}</h2>
      <ul className="plain">
        {view.alike.map((other) => (
          <li key={other.id}>
            <Link href={caseHref(other)}>
              {other.facility} · <Moment at={other.since} />
            </Link>
          </li>
        ))}
      </ul>
      {view.state === "replayed" && view.decision && (
        <form method="post" className="confirm">
          <HiddenFields values={{ intent: "alike" }} />
          <Button look="second">{t("quarantine.othersButton", { n: view.alike.length })}</Button>
        </form>
      )}
    </section>
  );
}
