import LogOut from "lucide-react/icons/log-out";
import type { HelpView } from "#app/domain/identity/case-view.ts";
import { useI18n, useT } from "#app/i18n/t.tsx";
import { Why } from "../help/status-tag.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Moment } from "../primitives/when.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInHelpForm } from "./sign-in-help-form.tsx";

interface SignInHelpPageProps {
  /** `undefined` when the page's time is over. */
  view: HelpView | undefined;
  /** Something has just been left. */
  sent: boolean;
  form: FormState;
}

/** Nobody can say whose sign-in this is: why, what happens with it, and what to do. Of nobody else a word. */
export function SignInHelpPage({ view, sent, form }: SignInHelpPageProps) {
  const t = useT();
  if (!view) {
    return (
      <div className="prose">
        <PageHead title={t("signInHelp.overTitle")} lead={t("signInHelp.over")} />
        <SignInForm label={t("signInHelp.again")} />
      </div>
    );
  }
  return (
    <div className="prose">
      <PageHead title={t("signInHelp.title")} />
      <div className="stack">
        {sent && view.waiting && (
          <Notice alert>
            <p>{t("signInHelp.sent")}</p>
          </Notice>
        )}
        {view.waiting && <p>{t(`signInHelp.told.${view.told}`)}</p>}
        <Decided view={view} />
        <Facts view={view} />
        {view.waiting && <Todo left={view.phone !== undefined} />}
        {view.waiting ? <SignInHelpForm view={view} form={form} /> : <SignInForm label={t("signInHelp.again")} />}
        <p className="soft">{t("signInHelp.safe")}</p>
        <form method="post">
          <HiddenFields values={{ intent: "sign-out" }} />
          <Button look="second" icon={LogOut}>
            {t("signInHelp.signOut")}
          </Button>
        </form>
      </div>
    </div>
  );
}

function Decided({ view: { state, answer, refusal } }: { view: HelpView }) {
  const t = useT();
  if (answer) {
    return (
      <Notice tone="needs">
        <h2>{t("signInHelp.answerTitle")}</h2>
        <p>{t(`signInHelp.answerOf.${answer}`)}</p>
      </Notice>
    );
  }
  if (state === "linked" || state === "lapsed") return <p>{t(`signInHelp.stateOf.${state}`)}.</p>;
  if (!refusal) return null;
  return (
    <Notice tone="danger">
      <h2>{t("signInHelp.refusedTitle")}</h2>
      <p>{t(`signInHelp.refusalOf.${refusal}`)}</p>
    </Notice>
  );
}

function Facts({ view }: { view: HelpView }) {
  const { t } = useI18n();
  return (
    <DescriptionList
      facts={[
        {
          label: t("signInHelp.reference"),
          value: (
            <>
              <b className="nowrap" translate="no">
                {view.reference}
              </b>
              <br />
              <small className="hint">{t("signInHelp.referenceHint")}</small>
            </>
          ),
        },
        {
          label: t("signInHelp.state"),
          value: <Why of={`signInHelp.stateOf.${view.state}`}>{t(`signInHelp.stateOf.${view.state}`)}</Why>,
        },
        { label: t("signInHelp.opened"), value: <Moment at={view.openedAt} as="full" /> },
        { label: t("signInHelp.due"), value: view.waiting && <Moment at={view.dueAt} as="date" /> },
      ]}
    />
  );
}

function Todo({ left }: { left: boolean }) {
  const t = useT();
  return (
    <section aria-labelledby="todo" className="apart titled">
      <h2 id="todo">{t("signInHelp.doTitle")}</h2>
      <ul className="dots">
        <li>{t(left ? "signInHelp.doWait" : "signInHelp.doPhone")}</li>
        <li>{t("signInHelp.doCard")}</li>
        <li>{t("signInHelp.doBack")}</li>
        <li>{t("signInHelp.doUrgent")}</li>
      </ul>
      <p>
        <HelpLine />
      </p>
    </section>
  );
}
