import type { BookSection } from "#app/domain/access/data-types.ts";
import type { SummaryPart } from "../../summary-view.ts";

interface PartRule {
  /** LOINC, as the IPS's own examples show it. */
  code: string;
  display: string;
  section: BookSection;
  /** Stands in every summary; where it holds nothing it says why. */
  required?: true;
}

/** The sections of the IPS 2.0.1 (Composition-uv-ips). */
export const PARTS: Readonly<Record<SummaryPart, PartRule>> = {
  problems: { code: "11450-4", display: "Problem list - Reported", section: "conditions", required: true },
  allergies: {
    code: "48765-2",
    display: "Allergies and adverse reactions Document",
    section: "allergies",
    required: true,
  },
  medications: {
    code: "10160-0",
    display: "History of Medication use Narrative",
    section: "medicines",
    required: true,
  },
  immunizations: { code: "11369-6", display: "History of Immunization note", section: "vaccinations" },
  results: { code: "30954-2", display: "Relevant diagnostic tests/laboratory data note", section: "results" },
  procedures: { code: "47519-4", display: "History of Procedures Document", section: "procedures" },
  devices: { code: "46264-8", display: "History of medical device use", section: "procedures" },
  "vital-signs": { code: "8716-3", display: "Vital signs note", section: "results" },
  "social-history": { code: "29762-2", display: "Social history note", section: "history" },
  alerts: { code: "104605-1", display: "Alert", section: "conditions" },
  "past-problems": { code: "11348-0", display: "History of Past illness note", section: "conditions" },
  pregnancy: { code: "10162-6", display: "History of pregnancies Narrative", section: "results" },
  "plan-of-care": { code: "18776-5", display: "Plan of care note", section: "next-steps" },
};
