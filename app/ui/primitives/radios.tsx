import { FieldErrors, type FormState } from "./field.tsx";

interface RadiosProps extends FormState {
  name: string;
  legend: string;
  /** Chosen when nothing has been sent yet. */
  chosen?: string | undefined;
  options: { value: string; label: string }[];
}

/** One of a few, all in sight. */
export function Radios({ name, legend, options, chosen, errors, values }: RadiosProps) {
  const marked = values?.[name] ?? chosen;
  const wrong = (errors?.[name]?.length ?? 0) > 0;
  return (
    <fieldset className="field" aria-describedby={wrong ? `${name}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} htmlFor={`${name}-${value}`} className="check">
          <input type="radio" id={`${name}-${value}`} name={name} value={value} defaultChecked={value === marked} />
          <span>{label}</span>
        </label>
      ))}
      <FieldErrors name={name} errors={errors} />
    </fieldset>
  );
}
