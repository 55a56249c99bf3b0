import CircleAlert from "lucide-react/icons/circle-alert";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import { Icon } from "./icon.tsx";

/** What a form got back: messages and the values typed, by field name. */
export interface FormState {
  errors?: Record<string, string[]> | undefined;
  values?: Record<string, string> | undefined;
}

interface FrameProps extends FormState {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
}

/** Attributes that tie a control to its label, hint and messages. */
export function controlProps({ name, hint, errors, required }: FrameProps) {
  const wrong = (errors?.[name]?.length ?? 0) > 0;
  const told = [hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(" ");
  return {
    id: name,
    name,
    required: required ?? false,
    "aria-invalid": wrong || undefined,
    "aria-describedby": told || undefined,
  };
}

/** Label, hint, messages and the control between them. */
export function FieldFrame({ name, label, hint, errors, required, children }: FrameProps & { children: ReactNode }) {
  const t = useT();
  return (
    <div className="field">
      <label htmlFor={name}>
        {label} {!required && <small>({t("operator.optional")})</small>}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
      <FieldErrors name={name} errors={errors} />
    </div>
  );
}

/** What is wrong with a field, next to it. */
export function FieldErrors({ name, errors }: { name: string; errors: FormState["errors"] }) {
  const messages = errors?.[name] ?? [];
  if (messages.length === 0) return null;
  return (
    <p id={`${name}-error`} className="error">
      <Icon of={CircleAlert} size={20} />
      {messages.join(" ")}
    </p>
  );
}

type FieldProps = FrameProps &
  Pick<ComponentPropsWithoutRef<"input">, "type" | "inputMode" | "maxLength" | "autoComplete">;

/** One line of text. */
export function Field({ type = "text", inputMode, maxLength, autoComplete, ...frame }: FieldProps) {
  const own = { type, inputMode, maxLength, autoComplete };
  return (
    <FieldFrame {...frame}>
      <input className="input" {...controlProps(frame)} {...own} defaultValue={frame.values?.[frame.name] ?? ""} />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea(frame: FrameProps) {
  return (
    <FieldFrame {...frame}>
      <textarea
        className="input"
        {...controlProps(frame)}
        spellCheck={false}
        defaultValue={frame.values?.[frame.name] ?? ""}
      />
    </FieldFrame>
  );
}
