import { useT } from "#app/i18n/t.tsx";
import type { FormState } from "../primitives/field.tsx";
import { Notice } from "../primitives/notice.tsx";

/** What became of a form that was sent: what to correct, or that it is saved. */
export function FormNotice({ errors, done }: { errors: FormState["errors"]; done?: string | undefined }) {
  const t = useT();
  if (done !== undefined) {
    return (
      <Notice alert>
        <p>{done}</p>
      </Notice>
    );
  }
  if (!errors || Object.keys(errors).length === 0) return null;
  return (
    <Notice tone="danger" alert>
      <p>{t("operator.fix")}</p>
      {errors[""]?.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  );
}
