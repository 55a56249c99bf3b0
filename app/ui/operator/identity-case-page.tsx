import type { ClaimantView, ClaimedView, IdentityCaseView } from "#app/domain/identity/case-view.ts";
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
import { Numbers, useBirthWords } from "./case-facts.tsx";
import { CaseReasons } from "./case-reasons.tsx";
import { FindPersonFields } from "./find-person-fields.tsx";
import { FormNotice } from "./form-notice.tsx";
import { IdentityChoices } from "./identity-choices.tsx";
import { IdentityProposal } from "./identity-proposal.tsx";
import { AccountLine } from "./person-accounts.tsx";

interface IdentityCasePageProps {
  view: IdentityCaseView;
  facilities: { id: string; name: string }[];
  form: FormState;
}

/** One sign-in that waits: what its digital ID says beside everybody whose it may be, and what can be decided. */
export function IdentityCasePage({ view, facilities, form }: IdentityCasePageProps) {
  const { t } = useI18n();
  return (
    <>
      <PageHead
        title={<span translate="no">{view.reference}</span>}
        eyebrow={t("identities.title")}
        back={{ href: "/operator/identities", place: t("identities.title") }}
      >
        <p>
          {t(`identities.reasonOf.${view.reason}`)} · {t("identities.since")} <Moment at={view.openedAt} />
          {view.claimed && (
            <>
              {" · "}
              {t("identities.due")} <Moment at={view.dueAt} as="date" />{" "}
              {view.late && <Tag tone="urgent">{t("identities.overdue")}</Tag>}
            </>
          )}
        </p>
      </PageHead>
      <FormNotice errors={form.errors} />
      {view.answer && view.claimed && (
        <Notice>
          <p>{t("identities.answered", { answer: t(`identities.answerOf.${view.answer}`) })}</p>
        </Notice>
      )}
      {view.claimed ? (
        <>
          <div className="cols">
            <Said view={view} claimed={view.claimed} />
            <section aria-labelledby="candidates" className="titled">
              <h2 id="candidates">{t("quarantine.candidates")}</h2>
              {view.candidates.length === 0 && <p>{t("identities.noCandidates")}</p>}
              {view.candidates.map((candidate) => (
                <Claimant key={candidate.id} claimant={candidate} />
              ))}
              <Disclosure label={t("quarantine.find")} open={form.values?.intent === "find"}>
                <form method="post" className="form">
                  <HiddenFields values={{ intent: "find" }} />
                  <FindPersonFields facilities={facilities} {...form} />
                  <Button look="second">{t("persons.find")}</Button>
                </form>
              </Disclosure>
            </section>
          </div>
          {view.proposal ? (
            <IdentityProposal view={view} proposal={view.proposal} form={form} />
          ) : (
            <IdentityChoices view={view} form={form} />
          )}
        </>
      ) : (
        <Outcome view={view} />
      )}
      <CaseReasons reasons={view.reasons} reference={view.reference} />
    </>
  );
}

function Outcome({ view }: { view: IdentityCaseView }) {
  const { t } = useI18n();
  const why = view.refusal ? t(`identities.refusalOf.${view.refusal}`) : "";
  return (
    <Notice>
      <p>{t(`identities.done.${view.state}`, { why })}</p>
      <p>{t("identities.closed")}</p>
      {view.state === "linked" && view.personId && (
        <p>
          <Link href={`/operator/persons/${view.personId}`}>{t("quarantine.openPerson")}</Link>
        </p>
      )}
      {view.state === "refused" && (
        <form method="post">
          <HiddenFields values={{ intent: "ask-again" }} />
          <p className="hint">{t("identities.askAgainHint")}</p>
          <Button look="second">{t("identities.askAgain")}</Button>
        </form>
      )}
    </Notice>
  );
}

function Said({ view, claimed }: { view: IdentityCaseView; claimed: ClaimedView }) {
  const { t, locale } = useI18n();
  const birth = useBirthWords();
  const former = claimed.numbers.find((number) => number.former);
  return (
    <section aria-labelledby="said" className="titled">
      <h2 id="said">{t("identities.said")}</h2>
      <DescriptionList
        facts={[
          { label: t("identities.provider"), value: view.label?.[locale] ?? t("identities.unknownProvider") },
          { label: t("quarantine.name"), value: <span translate="no">{claimed.name}</span> },
          { label: t("quarantine.birth"), value: birth(claimed.birth) },
          { label: t("quarantine.sex"), value: t(`common.sex.${claimed.sex}`) },
          {
            label: t("identities.numbers"),
            value:
              claimed.numbers.length > 0 ? (
                <Numbers of={claimed.numbers.filter((number) => !number.former)} />
              ) : (
                t("identities.noNumbers")
              ),
          },
          { label: t("identities.former"), value: former && <span translate="no">{former.value}</span> },
          {
            label: t("identities.phone"),
            value: view.phone ? <span translate="no">{view.phone}</span> : t("identities.noReach"),
          },
          { label: t("identities.words"), value: view.words },
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

const tones = { agrees: "quiet", contradicts: "danger", unsaid: "needs" } as const;

function Claimant({ claimant }: { claimant: ClaimantView }) {
  const { t } = useI18n();
  const birth = useBirthWords();
  const { agreement, by, accounts } = claimant;
  const kinds = by.map((kind) => t.maybe("quarantine.by", kind) ?? t("quarantine.by.other")).join(", ");
  const marked = (value: string | undefined, how: keyof typeof tones) => (
    <>
      {value} <Tag tone={tones[how]}>{t(`quarantine.agreement.${how}`)}</Tag>
    </>
  );
  return (
    <div className="candidate">
      <h3 translate="no">{claimant.names[0] ?? t("quarantine.nobodyNamed")}</h3>
      <p className="soft">{t("quarantine.foundBy", { what: kinds })}</p>
      {claimant.linked && (
        <p>
          <Tag tone="info">{t("identities.linkedNow")}</Tag>
        </p>
      )}
      <DescriptionList
        facts={[
          { label: t("quarantine.name"), value: marked(claimant.names.join(" / "), agreement.name) },
          { label: t("quarantine.birth"), value: marked(birth(claimant.birth), agreement.birth) },
          { label: t("quarantine.sex"), value: marked(t(`common.sex.${claimant.sex}`), agreement.sex) },
          {
            label: t("identities.accounts"),
            value:
              accounts.length === 0
                ? t("identities.noAccounts")
                : accounts.map((account) => <AccountLine key={account.id} account={account} />),
          },
        ]}
      />
      {claimant.deceased && <p>{t("quarantine.deceased")}</p>}
      <p>
        <Link href={`/operator/persons/${claimant.id}`}>{t("quarantine.openPerson")}</Link>
      </p>
    </div>
  );
}
