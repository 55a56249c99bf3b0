import type { IdentityCaseView, ProposalView } from "#app/domain/identity/case-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Moment } from "../primitives/when.tsx";
import { WordsField } from "../primitives/words-field.tsx";
import { AnswerPart } from "./identity-choices.tsx";

interface IdentityProposalProps {
  view: IdentityCaseView;
  proposal: ProposalView;
  form: FormState;
}

/** What one operator proposes: another one confirms it or sends it back; who proposed it may take it back. */
export function IdentityProposal({ view, proposal, form }: IdentityProposalProps) {
  const { t } = useI18n();
  const { personId, kind, mine, why, id } = proposal;
  const name = view.candidates.find((one) => one.id === personId)?.names[0] ?? t("quarantine.nobodyNamed");
  return (
    <section aria-labelledby="proposal" className="apart titled">
      <h2 id="proposal">{t("identities.proposal")}</h2>
      <Notice tone="needs">
        <p>
          <strong>{t(`identities.${kind}`, { name })}</strong>
        </p>
        <p>{t(`identities.${kind}Hint`)}</p>
        <p className="quote">{t("identities.grounds", { why })}</p>
        <p className="soft">
          {t(mine ? "identities.byYou" : "identities.byOther")} · <Moment at={proposal.at} />
        </p>
      </Notice>
      <form method="post" className="form-one part">
        <HiddenFields values={{ proposalId: id }} />
        <p>{t(mine ? "identities.proposalMine" : "identities.proposalLead")}</p>
        <WordsField {...form} name="why" label={t("identities.why")} hint={t("identities.whyHint")} />
        <div className="btns">
          {!mine && (
            <Button name="intent" value="confirm">
              {t("identities.confirmProposal")}
            </Button>
          )}
          <Button look="second" name="intent" value="send-back">
            {t(mine ? "identities.withdraw" : "identities.sendBack")}
          </Button>
        </div>
      </form>
      <AnswerPart view={view} form={form} />
    </section>
  );
}
