import type { NameOf } from "../feed-files/file.ts";
import { PROTECTION_LABELS, TOLD } from "../fhir-r4/systems.ts";
import { type Concept, coding, concept, resource } from "../qd3176/mapping/elements.ts";

/** What holds for one form while it is mapped. */
export interface FormContext {
  /** Name of a thing of this person's form. */
  id(kind: string, ...parts: string[]): string;
  patient: { reference: string };
  /** The day the form was filled in; when it does not say, none of its statements has a day. */
  recordedOn: string | undefined;
}

export type Mapped = ReturnType<typeof resource>;

export const formContext = (
  nameOf: NameOf,
  key: string,
  patientId: string,
  recordedOn: string | undefined,
): FormContext => ({
  id: (kind, ...parts) => nameOf("831", key, kind, ...parts),
  patient: { reference: `Patient/${patientId}` },
  recordedOn,
});

/** The form's own fields, for which the decision has no codes. */
export const FORM_831 = "urn:so-khoe:form-831";
export const ICD10 = "http://hl7.org/fhir/sid/icd-10";
const CLINICAL = "http://terminology.hl7.org/CodeSystem";

/** What the form says of somebody is what they said of themself, until a doctor confirms it. */
export const DECLARED = "Theo khai báo trong hồ sơ quản lý sức khỏe cá nhân (mẫu 831), chưa có xác nhận của bác sĩ.";

export const declaredStatus = (kind: "condition" | "allergyintolerance") => ({
  verificationStatus: {
    coding: [
      {
        system: `${CLINICAL}/${kind === "condition" ? "condition-ver-status" : "allergyintolerance-verification"}`,
        code: "unconfirmed",
      },
    ],
  },
});

export const category = (code: string) => [{ coding: [{ system: `${CLINICAL}/observation-category`, code }] }];

export const field831 = (code: string, text: string): Concept => concept(coding(FORM_831, code), text) ?? { text };

/** Which part of the form a condition stood in: disabilities and gynaecological problems are asked apart. */
export const partOfForm = (code: string) => [{ coding: coding(FORM_831, code) }];

/** That the form was asked and said there is none: an answer too, unlike a box that nobody filled in. */
export const saysNone = (context: FormContext, code: string, text: string): Mapped[] =>
  answer(context, code, text, { category: "survey", value: { valueBoolean: false } });

/** An answer of the form as an Observation that was told, not examined; `undefined` when nothing was answered. */
export function answer(
  context: FormContext,
  code: string,
  text: string,
  of: { category: string; value: object | undefined; label?: "psychiatry" | "reproductive" | undefined },
): Mapped[] {
  if (!of.value || Object.values(of.value).every((v) => v === undefined)) return [];
  return [
    resource("Observation", context.id("answer", code), {
      meta: of.label ? { security: [{ system: PROTECTION_LABELS, code: of.label }] } : undefined,
      status: "final",
      category: [...category(of.category), { coding: [{ ...TOLD, display: "Theo khai báo" }] }],
      code: field831(code, text),
      subject: context.patient,
      effectiveDateTime: context.recordedOn,
      ...of.value,
      note: [{ text: DECLARED }],
    }),
  ];
}
