import { FieldErrors, type FormState } from "./field.tsx";

interface CheckboxesProps extends FormState {
  name: string;
  legend: string;
  options: { value: string; label: string; detail?: string }[];
  /** Many short ones stand side by side where there is room. */
  many?: boolean;
}

/** Any of a list. Values that were ticked come back space-separated. */
export function Checkboxes({ name, legend, options, many, errors, values }: CheckboxesProps) {
  const ticked = (values?.[name] ?? "").split(" ");
  const wrong = (errors?.[name]?.length ?? 0) > 0;
  return (
    <fieldset className={many ? "field checks-many" : "field"} aria-describedby={wrong ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input type="checkbox" name={name} value={option.value} defaultChecked={ticked.includes(option.value)} />
          <span>
            {option.label} {option.detail && <code className="small">{option.detail}</code>}
          </span>
        </label>
      ))}
      <FieldErrors name={name} errors={errors} />
    </fieldset>
  );
}
