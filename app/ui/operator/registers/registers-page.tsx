import type { FacilityRegistersView, TablePreview } from "#app/domain/facility-registers/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import type { FormState } from "../../primitives/field.tsx";
import { Machines } from "./machines.tsx";
import { RangeTables } from "./range-tables.tsx";
import { Viewer } from "./viewer.tsx";

/** What became of the one form of the page that was sent. */
export interface SentRegister extends FormState {
  intent: string;
  done?: string | undefined;
  preview?: TablePreview | undefined;
}

export interface RegisterPartProps {
  view: FacilityRegistersView;
  /** Of this part's own form alone. */
  sent: SentRegister | undefined;
  /** Names the next form, so that sending it twice keeps one. */
  idempotencyKey: string;
}

interface RegistersPageProps {
  view: FacilityRegistersView;
  idempotencyKey: string;
  sent: SentRegister | undefined;
}

/** What a facility registers besides what it sends: its ranges, its machines with AI, where its pictures are. */
export function RegistersPage({ view, idempotencyKey, sent }: RegistersPageProps) {
  const { t } = useI18n();
  const of = (...intents: string[]) => (sent && intents.includes(sent.intent) ? sent : undefined);
  return (
    <>
      <PageHead
        title={view.facility}
        eyebrow={t("registers.title")}
        lead={t("registers.lead")}
        back={{ href: "/operator/facilities", place: t("facilities.title") }}
      />
      <RangeTables view={view} sent={of("preview", "save")} idempotencyKey={idempotencyKey} />
      <Machines view={view} sent={of("machine", "machine-end")} idempotencyKey={idempotencyKey} />
      <Viewer view={view} sent={of("viewer")} idempotencyKey={idempotencyKey} />
    </>
  );
}
