import type { NewCorrectionView } from "#app/domain/corrections/view.ts";
import type { NamedItem as Named } from "#app/domain/health-book/read-item.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import type { FormState } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { NamedItem } from "./named-item.tsx";
import { NewCorrectionForm } from "./new-correction-form.tsx";
import { correctionHref } from "./words.ts";

export interface NewCorrectionPageProps extends FormState {
  view: NewCorrectionView;
  item: Named | undefined;
  /** Asked for in the address. */
  kind: string | undefined;
  idempotencyKey: string;
  terms: { acknowledge: number; decide: number };
}

/** A form to report what is wrong, missing or not one's own, with the item above it. */
export function NewCorrectionPage(props: NewCorrectionPageProps) {
  const t = useT();
  const { view, item } = props;
  return (
    <div className="narrow">
      <PageHead
        title={t(view.entryId ? "correction.report" : "correction.reportMissingTitle")}
        eyebrow={t("book.of", { name: view.person.name })}
        back={{ href: "/book/corrections", place: t("correction.title") }}
      />
      <div className="stack">
        {view.open.map(({ reference, state }) => (
          <Notice key={reference} tone="needs">
            <p>{t("correction.alreadyOpen", { reference, state: t(`correction.stateOf.${state}`) })}</p>
            <p>
              <Link href={correctionHref(reference)}>{t("correction.see", { reference })}</Link>
            </p>
          </Notice>
        ))}
        {item && (
          <section aria-labelledby="item" className="titled">
            <h2 id="item">{t("correction.forItem")}</h2>
            <NamedItem item={item.item} />
          </section>
        )}
        <NewCorrectionForm {...props} />
      </div>
    </div>
  );
}
