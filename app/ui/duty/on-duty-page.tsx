import { useT } from "#app/i18n/t.tsx";
import type { KeptForm } from "#app/shared/kept-form.ts";
import { dutyHome } from "../patterns/duty-home.ts";
import { KeptWords } from "../patterns/kept-words.tsx";
import type { Account } from "../patterns/page-shell.tsx";
import { LinkButton } from "../primitives/button.tsx";
import { OwnBookButton } from "./duty-buttons.tsx";

/** One's own book, asked for while on duty: why it is closed, and the one press that opens it. */
export function OnDutyPage({ account, form }: { account: Account | undefined; form: KeptForm | undefined }) {
  const t = useT();
  const duty = account?.duty;
  const role = duty ? t(`duty.role.${duty.role}`) : "";
  const facility = duty?.facility ?? t("common.department");
  return (
    <div className="stack prose">
      <h1>{t("duty.onDuty")}</h1>
      {duty && <p>{t("duty.onDutyNow", { role, facility })}</p>}
      <p>{t("duty.onDutyText")}</p>
      {form ? (
        <KeptWords form={form} first={t("duty.keptOwnFirst")} does={<OwnBookButton newTab />} />
      ) : (
        <div className="btns">
          <OwnBookButton />
          {duty && (
            <LinkButton href={dutyHome(duty.role)} look="second">
              {t("duty.toWork")}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}
