import type { DutyView } from "#app/domain/identity/view.ts";
import { useT } from "#app/i18n/t.tsx";
import type { KeptForm } from "#app/shared/kept-form.ts";
import { KeptWords } from "../patterns/kept-words.tsx";
import { DutyButtons } from "./duty-buttons.tsx";

interface DutyNeededPageProps {
  duties: DutyView[];
  returnTo: string;
  form: KeptForm | undefined;
}

/** A page of one's work, asked for as somebody else: in which duty to go on. */
export function DutyNeededPage({ duties, returnTo, form }: DutyNeededPageProps) {
  const t = useT();
  return (
    <div className="stack prose">
      <h1>{t("duty.needed")}</h1>
      <p>{t("duty.neededText")}</p>
      {form ? (
        <KeptWords form={form} first={t("duty.keptFirst")} does={<DutyButtons duties={duties} newTab />} />
      ) : (
        <DutyButtons duties={duties} returnTo={returnTo} />
      )}
    </div>
  );
}
