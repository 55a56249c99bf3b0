import type { CounterRowView } from "#app/domain/identity/list-counters.ts";
import type { DutyView } from "#app/domain/identity/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { DutyButtons } from "../duty/duty-buttons.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { LinkButton } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { Notice } from "../primitives/notice.tsx";
import { CounterForm } from "./counter-form.tsx";
import { CounterRows } from "./counter-rows.tsx";

interface CounterRegisterPageProps {
  duty: DutyView | undefined;
  duties: DutyView[];
  /** This browser is a counter. */
  here: boolean;
  counters: CounterRowView[];
  form: FormState;
}

/** The shared machines of one's facility, and the one this browser is or may become. */
export function CounterRegisterPage({ duty, duties, here, counters, form }: CounterRegisterPageProps) {
  const t = useT();
  return (
    <>
      <PageHead
        title={t("counter.register")}
        eyebrow={duty?.facility}
        lead={t("counter.registerLead")}
        back={{ href: "/duty", place: t("duty.title") }}
      />
      {here && (
        <Notice>
          <p>{t("counter.isCounter")}</p>
        </Notice>
      )}
      {!duty ? (
        <section aria-labelledby="duties">
          <h2 id="duties">{t("duty.choose")}</h2>
          <DutyButtons duties={duties} returnTo="/counter/register" />
        </section>
      ) : duty.facilityId ? (
        <>
          {here ? (
            <p className="btns">
              <LinkButton href="/counter/passkeys">{t("passkeys.title")}</LinkButton>
            </p>
          ) : (
            <CounterForm {...form} />
          )}
          <section aria-labelledby="counters" className="apart">
            <h2 id="counters">{t("counter.ofFacility")}</h2>
            <CounterRows counters={counters} />
          </section>
        </>
      ) : (
        <LinkButton href="/operator/counters">{t("counter.all")}</LinkButton>
      )}
    </>
  );
}
