import type { OwnKind } from "#app/domain/health-book/own/kinds.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { FormNotice } from "../../operator/form-notice.tsx";
import { Button } from "../../primitives/button.tsx";
import { controlProps, Field, FieldFrame, type FormState } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Radios } from "../../primitives/radios.tsx";
import { unitWords } from "./own-words.ts";

const units: Readonly<Record<OwnKind, readonly [string, ...string[]]>> = {
  "blood-pressure": ["mmHg"],
  pulse: ["lần/phút"],
  weight: ["kg"],
  height: ["cm"],
  glucose: ["mmol/L", "mg/dL"],
  temperature: ["°C"],
  oxygen: ["%"],
};
const situations = ["fasting", "after-meal", "other"] as const;

interface MeasurementFormProps extends FormState {
  kind: OwnKind;
  hidden: Record<string, string | undefined>;
  /** Nothing later is taken. */
  now: string;
  change?: boolean;
}

/** The figures of one kind and when they were measured, with the phone's own controls. */
export function MeasurementForm({ kind, hidden, now, change, errors, values }: MeasurementFormProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const state = { errors, values };
  const pressure = kind === "blood-pressure";
  const unit = unitWords(units[kind][0], i18n);
  const label = pressure
    ? t("measurements.figure.systolicLong")
    : kind === "glucose"
      ? t("measurements.figure.glucose")
      : t("measurements.figure.other", { kind: t(`measurements.kind.${kind}`), unit });
  return (
    <form method="post" className="form-one">
      <FormNotice errors={errors} />
      <HiddenFields values={{ ...hidden, kind, unit: units[kind].length === 1 ? units[kind][0] : undefined }} />
      <Figure {...state} name="figure-1" label={label} hint={t(`measurements.hint.${kind}`)} />
      {pressure && <Figure {...state} name="figure-2" label={t("measurements.figure.diastolicLong")} />}
      {units[kind].length > 1 && (
        <Radios
          {...state}
          name="unit"
          legend={t("measurements.unit")}
          chosen={units[kind][0]}
          options={units[kind].map((value) => ({ value, label: value }))}
        />
      )}
      {kind === "glucose" && (
        <Radios
          {...state}
          name="situation"
          legend={t("measurements.situation")}
          chosen="other"
          options={situations.map((value) => ({ value, label: t(`measurements.situationOf.${value}`) }))}
        />
      )}
      <FieldFrame {...state} name="at" label={t("measurements.at")} hint={t("measurements.atHint")} required>
        <input
          className="input"
          type="datetime-local"
          {...controlProps({ ...state, name: "at", label: "", hint: "at", required: true })}
          max={now}
          defaultValue={values?.at ?? now}
        />
      </FieldFrame>
      <p>
        <Button name="intent" value={change ? "change" : "record"}>
          {t(change ? "measurements.saveChange" : "measurements.save")}
        </Button>
      </p>
    </form>
  );
}

function Figure(props: FormState & { name: string; label: string; hint?: string }) {
  return <Field {...props} inputMode="decimal" maxLength={9} autoComplete="off" required />;
}
