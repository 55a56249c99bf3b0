import type {
  Appointment,
  CarePlan,
  Goal,
  ServiceRequest,
} from "#app/adapters/record-store/fhir-r4/resources/next-steps.ts";
import type { ImmunizationRecommendation } from "#app/adapters/record-store/fhir-r4/resources/vaccinations.ts";
import { isOpenStep } from "../rules.ts";
import type { NextStepView } from "../view.ts";
import { conceptText, conceptTexts, type Names, referenceText } from "./concept.ts";
import { baseOf, type Read } from "./entry-row.ts";
import { vaccinationsDue } from "./vaccinations-due.ts";
import { whenOf } from "./when.ts";

export type AnyStep = Appointment | CarePlan | Goal | ServiceRequest | ImmunizationRecommendation;
type Step = Omit<NextStepView, "open"> & { open?: boolean };

export function mapNextStep(read: Read<AnyStep>, names: Names, now: Date): NextStepView {
  const step = mapStep(read, names, now);
  return { open: isOpenStep(step, now), ...step };
}

function mapStep({ row, resource }: Read<AnyStep>, names: Names, now: Date): Step {
  const step = (
    title: string | undefined,
    form: Step["form"],
    status: string | undefined,
    more: Partial<Step>,
  ): Step => ({
    ...baseOf(row, title),
    kind: "next-step",
    form,
    status,
    details: [],
    instruction: undefined,
    by: undefined,
    dateIs: undefined,
    others: [],
    ...more,
  });
  switch (resource.resourceType) {
    case "Appointment": {
      const title =
        resource.description?.trim() || conceptText(resource.serviceType?.[0]) || conceptText(resource.appointmentType);
      const places = (resource.participant ?? []).flatMap((p) =>
        /^(Patient|RelatedPerson)\//.test(p.actor?.reference ?? "") ? [] : (referenceText(p.actor, names) ?? []),
      );
      const details = [...conceptTexts(resource.reasonCode), ...places];
      return step(title ?? conceptTexts(resource.specialty)[0], "appointment", resource.status, {
        details,
        instruction: resource.patientInstruction ?? resource.comment,
      });
    }
    case "CarePlan": {
      const activities = (resource.activity ?? []).flatMap(
        (a) => [conceptText(a.detail?.code), a.detail?.description?.trim()].filter(Boolean).join(": ") || [],
      );
      return step(resource.title?.trim() || conceptText(resource.category?.[0]), "plan", resource.status, {
        details: activities,
        instruction: resource.description,
      });
    }
    case "Goal":
      return step(conceptText(resource.description), "goal", resource.lifecycleStatus, {
        details: conceptTexts(resource.achievementStatus ? [resource.achievementStatus] : []),
      });
    case "ServiceRequest":
      return step(conceptText(resource.code) ?? conceptText(resource.category?.[0]), "request", resource.status, {
        details: conceptTexts(resource.reasonCode),
        instruction: resource.patientInstruction,
        by: referenceText(resource.requester, names),
      });
    case "ImmunizationRecommendation": {
      const [first, ...others] = vaccinationsDue(resource, whenOf(row), row.withdrawn, now);
      return step(first?.title, "vaccination-due", first?.status, { ...first, others });
    }
  }
}
