import type { MergePreviewView } from "#app/domain/persons/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import type { FormState } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Tag } from "../primitives/tag.tsx";
import { WordsField } from "../primitives/words-field.tsx";
import { FormNotice } from "./form-notice.tsx";
import { MemberFacts } from "./person-page.tsx";

const tones = { agrees: "quiet", contradicts: "danger", unsaid: "needs" } as const;

/** The second look before two records become one: both sides, what agrees, what follows. */
export function MergePage({ preview, form }: { preview: MergePreviewView; form: FormState }) {
  const { t } = useI18n();
  const { person, into, agreement } = preview;
  const side = (id: string, title: string, view: MergePreviewView["person"]) => (
    <section aria-labelledby={id} className="titled">
      <h2 id={id}>{title}</h2>
      {view.members.map((member) => (
        <MemberFacts key={member.id} member={member} />
      ))}
    </section>
  );
  return (
    <>
      <PageHead
        title={t("persons.mergeTitle")}
        back={{ href: `/operator/persons/${into.id}`, place: t("persons.title") }}
      />
      <FormNotice errors={form.errors} />
      <p className="tags">
        {(["name", "birth", "sex"] as const).map((field) => (
          <Tag key={field} tone={tones[agreement[field]]}>
            {t(`quarantine.${field}`)}: {t(`quarantine.agreement.${agreement[field]}`)}
          </Tag>
        ))}
      </p>
      <div className="cols part">
        {side("from", t("persons.mergeFrom"), person)}
        {side("into", t("persons.mergeInto"), into)}
      </div>
      <div className="part">
        <Notice tone="needs">
          <p>{t("persons.mergeConsequence")}</p>
        </Notice>
      </div>
      <form method="post" className="form-one part">
        <HiddenFields values={{ intent: "merge", personId: person.id }} />
        <WordsField {...form} name="reason" label={t("persons.reason")} hint={t("persons.reasonHint")} />
        <div>
          <Button look="danger" wide>
            {t("persons.mergeButton")}
          </Button>
        </div>
      </form>
    </>
  );
}
