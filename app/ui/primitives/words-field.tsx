import { controlProps, FieldFrame, type FormState } from "./field.tsx";

interface WordsFieldProps extends FormState {
  name: string;
  label: string;
  hint?: string;
  /** Nothing need be written. */
  optional?: boolean;
}

/** Several lines in somebody's own words. What is too long is said by the server, with nothing lost. */
export function WordsField({ optional = false, ...frame }: WordsFieldProps) {
  const { name, values } = frame;
  return (
    <FieldFrame {...frame} required={!optional}>
      <textarea
        className="input input-words"
        {...controlProps({ ...frame, required: false })}
        rows={5}
        defaultValue={values?.[name] ?? ""}
      />
    </FieldFrame>
  );
}
