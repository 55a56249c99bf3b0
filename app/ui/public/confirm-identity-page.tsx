import Download from "lucide-react/icons/download";
import { useT } from "#app/i18n/t.tsx";
import { HelpLine } from "../patterns/page-footer.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { ReferenceLine } from "../patterns/reference-line.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import type { SignInProblem } from "./sign-in-problems.ts";
import { StillWrong } from "./still-wrong.tsx";

interface ConfirmIdentityPageProps {
  /** The act of the table of assurance it is for. */
  action: string;
  minutes: number;
  /** Where it goes on; without one, the form waits in another tab. */
  returnTo?: string | undefined;
  /** It is confirmed. */
  fresh: boolean;
  /** The digital ID can confirm it at all. */
  reachable: boolean;
  /** Why the last try came to nothing. */
  problem?: SignInProblem | undefined;
  reference?: string | undefined;
}

/** Why an act asks again who it is, and the one button that does it; or where to go instead. */
export function ConfirmIdentityPage(props: ConfirmIdentityPageProps) {
  const t = useT();
  const { action, returnTo, fresh, reachable, problem, reference } = props;
  if (fresh) return <Confirmed returnTo={returnTo} />;
  if (!reachable) return <Unreachable action={action} />;
  return (
    <div className="prose">
      <PageHead title={t("stepUp.title")} lead={t.maybe("stepUp.why", action)} />
      <div className="stack">
        {problem && (
          <Notice tone="needs" alert>
            <p>
              <b>{t("stepUp.notDone")}.</b> {t(`problem.reason.${problem}`)} {t(`problem.next.${problem}`)}
            </p>
            <p>{t("stepUp.stillIn")}</p>
          </Notice>
        )}
        <p>{t("stepUp.what")}</p>
        <ConfirmForm
          action={action}
          label={t(problem ? "stepUp.again" : "stepUp.button")}
          returnTo={returnTo ?? `/sign-in/confirm?for=${action}`}
        />
        <p className="soft">{t("stepUp.lasts", { n: props.minutes })}</p>
        <p>
          <Link href="/book">{t("stepUp.later")}</Link>
        </p>
        {problem && <StillWrong />}
        <ReferenceLine id={reference} />
      </div>
    </div>
  );
}

function Confirmed({ returnTo }: { returnTo: string | undefined }) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("stepUp.done")} lead={t(returnTo ? "stepUp.doneFile" : "stepUp.doneBeside")} />
      {returnTo && (
        <div className="stack">
          <p>
            <LinkButton href={returnTo} icon={Download} wide>
              {t("stepUp.download")}
            </LinkButton>
          </p>
          <p>
            <Link href="/book">{t("errors.toBook")}</Link>
          </p>
        </div>
      )}
    </div>
  );
}

function Unreachable({ action }: { action: string }) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead title={t("stepUp.unreachable")} lead={t.maybe("stepUp.why", action)} />
      <div className="stack">
        <p>{t("stepUp.unreachableText")}</p>
        <h2>{t("stepUp.elsewhere")}</h2>
        <p>{t("stepUp.elsewhereText")}</p>
        <p>
          <HelpLine button />
        </p>
        <p>
          <Link href="/book">{t("stepUp.later")}</Link>
        </p>
      </div>
    </div>
  );
}
