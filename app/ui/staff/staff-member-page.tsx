import type { StaffMemberView } from "#app/domain/staff/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { FormNotice } from "../operator/form-notice.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { PasskeyList } from "./passkey-list.tsx";
import { StaffStateTag } from "./staff-table.tsx";
import { TermsFields } from "./terms-fields.tsx";

interface StaffMemberPageProps {
  view: StaffMemberView;
  provider: string;
  news: "added" | "changed" | "unchanged" | "ended" | undefined;
  form: FormState;
}

/** One line of the roster: by what right, until when; to change it, or end it at once. */
export function StaffMemberPage({ view, provider, news, form }: StaffMemberPageProps) {
  const { t, f } = useI18n();
  const done = form.errors ? undefined : news && t(`staff.news.${news}`);
  const { degree = "", licenceNumber = "", validFrom, validTo = "" } = view;
  return (
    <>
      <PageHead
        title={view.name ?? t("staff.noName")}
        eyebrow={`${t(`duty.role.${view.role}`)} · ${view.facility ?? t("common.department")}`}
        back={{ href: "/operator/staff", place: t("staff.title") }}
      />
      <FormNotice errors={form.errors} done={done} />
      {view.verifiedName && (
        <Notice tone="needs">
          <p>{t("staff.otherName", { name: view.verifiedName })}</p>
        </Notice>
      )}
      <DescriptionList
        facts={[
          { label: t("operator.state"), value: <StaffStateTag line={view} /> },
          { label: t("staff.number"), value: view.number },
          { label: t("staff.degree"), value: degree },
          { label: t("staff.licence"), value: licenceNumber },
          { label: t("staff.from"), value: f.date(validFrom) },
          { label: t("staff.until"), value: validTo ? f.date(validTo) : t("staff.noEnd") },
          { label: t("staff.issuer"), value: provider },
        ]}
      />
      {view.state !== "ended" && (
        <>
          <section aria-labelledby="change" className="apart">
            <h2 id="change">{t("staff.change")}</h2>
            <form method="post" className="form">
              <HiddenFields values={{ intent: "change" }} />
              <TermsFields errors={form.errors} values={form.values ?? { degree, licenceNumber, validFrom, validTo }} />
              <div>
                <Button wide>{t("staff.changeButton")}</Button>
              </div>
            </form>
          </section>
          <div className="apart">
            <Disclosure label={t("staff.end")}>
              <p>{t("staff.endLead")}</p>
              <form method="post">
                <HiddenFields values={{ intent: "end" }} />
                <Button look="danger">{t("staff.endButton", { name: view.name ?? t("staff.noName") })}</Button>
              </form>
            </Disclosure>
          </div>
        </>
      )}
      <section aria-labelledby="passkeys" className="apart">
        <h2 id="passkeys">{t("passkeys.ofMember")}</h2>
        <PasskeyList passkeys={view.passkeys} />
      </section>
    </>
  );
}
