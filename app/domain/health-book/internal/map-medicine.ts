import type { CodeableConcept, Dosage } from "#app/adapters/record-store/fhir-r4/datatypes.ts";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import type {
  Medication,
  MedicationAdministration,
  MedicationDispense,
  MedicationRequest,
  MedicationStatement,
} from "#app/adapters/record-store/fhir-r4/resources/medicines.ts";
import { isCurrentMedicine } from "../rules.ts";
import type { MedicineView } from "../view.ts";
import { conceptText, conceptTexts, type Names, noteTexts, quantityText, referenceText } from "./concept.ts";
import { doseOf } from "./dose.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { lastDay } from "./last-day.ts";
import { endOf } from "./when.ts";

export type AnyMedicine = MedicationRequest | MedicationStatement | MedicationDispense | MedicationAdministration;

const FORM = {
  MedicationRequest: "prescribed",
  MedicationStatement: "stated",
  MedicationDispense: "dispensed",
  MedicationAdministration: "given",
} as const;

/** Intents of FHIR's that order something; the others only think of it. */
const ORDERS = new Set(["order", "original-order", "reflex-order", "filler-order", "instance-order"]);

function formOf(resource: AnyMedicine): MedicineView["form"] {
  const thoughtOf = resource.resourceType === "MedicationRequest" && !ORDERS.has(resource.intent ?? "order");
  return thoughtOf ? "proposed" : FORM[resource.resourceType];
}

export function mapMedicine({ row, resource }: Read<AnyMedicine>, names: Names, now: Date): MedicineView {
  const form = formOf(resource);
  const medicine: Omit<MedicineView, "current"> = {
    ...baseOf(row, nameOf(resource, row.medication, names)),
    kind: "medicine",
    form,
    status: resource.status,
    notToBeTaken: resource.resourceType === "MedicationRequest" && resource.doNotPerform === true,
    doses: dosagesOf(resource).map(doseOf),
    reasons: [
      ...conceptTexts(resource.reasonCode),
      ...(resource.reasonReference ?? []).flatMap((r) => r.display ?? []),
    ],
    ...endsOf(resource),
    quantity: quantityText(quantityOf(resource)),
    by: referenceText(resource.resourceType === "MedicationRequest" ? resource.requester : undefined, names),
    notes: noteTexts(resource.note),
  };
  return { ...medicine, current: isCurrentMedicine(medicine, now) };
}

/** The medicine's name: on the line, in a contained Medication, or in the facility's directory. */
function nameOf(resource: AnyMedicine, directoryCode: string | null, names: Names): string | undefined {
  const own = conceptText(resource.medicationCodeableConcept);
  if (own) return own;
  const reference = resource.medicationReference;
  if (reference?.reference?.startsWith("#")) {
    const contained = resource.contained?.find((c) => c.id === reference.reference?.slice(1)) as Medication | undefined;
    return conceptText(contained?.code) ?? reference.display;
  }
  const coded = directoryCode ? conceptText(readStored<CodeableConcept>(directoryCode)) : undefined;
  return reference?.display ?? coded ?? referenceText(reference, names);
}

function dosagesOf(resource: AnyMedicine): Dosage[] {
  switch (resource.resourceType) {
    case "MedicationStatement":
      return resource.dosage ?? [];
    case "MedicationAdministration":
      return resource.dosage
        ? [
            {
              text: resource.dosage.text,
              route: resource.dosage.route,
              doseAndRate: [{ doseQuantity: resource.dosage.dose }],
            },
          ]
        : [];
    default:
      return resource.dosageInstruction ?? [];
  }
}

function endsOf(resource: AnyMedicine): Pick<MedicineView, "until" | "lasts"> {
  if (resource.resourceType === "MedicationRequest") return lastDay(resource);
  const stated = resource.resourceType === "MedicationStatement" ? endOf(resource.effectivePeriod) : undefined;
  return { until: stated, lasts: undefined };
}

function quantityOf(resource: AnyMedicine) {
  if (resource.resourceType === "MedicationRequest") return resource.dispenseRequest?.quantity;
  return resource.resourceType === "MedicationDispense" ? resource.quantity : undefined;
}
