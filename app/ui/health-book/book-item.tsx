import type { ItemView } from "#app/domain/health-book/view.ts";
import { AllergyItem } from "./allergy-item.tsx";
import { ConditionItem } from "./condition-item.tsx";
import { DocumentItem } from "./document-item.tsx";
import { HeldItem } from "./held-item.tsx";
import type { Extent } from "./item-frame.tsx";
import { MedicineItem } from "./medicine-item.tsx";
import { NextStepItem } from "./next-step-item.tsx";
import { ProcedureItem } from "./procedure-item.tsx";
import { ResultItem } from "./result-item.tsx";
import { VaccinationItem } from "./vaccination-item.tsx";
import { VisitItem } from "./visit-item.tsx";

/** An entry of any kind, as a list item. */
export function BookItem({ item, extent }: { item: ItemView; extent: Extent }) {
  if (item.held) return <HeldItem item={item} held={item.held} />;
  switch (item.kind) {
    case "allergy":
      return <AllergyItem item={item} extent={extent} />;
    case "medicine":
      return <MedicineItem item={item} extent={extent} />;
    case "condition":
      return <ConditionItem item={item} extent={extent} />;
    case "result":
      return <ResultItem item={item} extent={extent} />;
    case "visit":
      return <VisitItem item={item} extent={extent} />;
    case "vaccination":
      return <VaccinationItem item={item} extent={extent} />;
    case "procedure":
      return <ProcedureItem item={item} extent={extent} />;
    case "document":
      return <DocumentItem item={item} extent={extent} />;
    case "next-step":
      return <NextStepItem item={item} extent={extent} />;
  }
}
