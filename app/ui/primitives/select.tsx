import { controlProps, FieldFrame, type FormState } from "./field.tsx";

interface SelectProps extends FormState {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Shown first and worth nothing: "choose one". */
  prompt?: string;
  options: { value: string; label: string }[];
}

/** One of a list, with the phone's own control. */
export function Select({ options, prompt, ...frame }: SelectProps) {
  return (
    <FieldFrame {...frame}>
      <select className="input" {...controlProps(frame)} defaultValue={frame.values?.[frame.name] ?? ""}>
        {prompt !== undefined && <option value="">{prompt}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
