import type { Said } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";

/** Why a message did not go straight in: in words, with the code that the sending system sees. */
export function Reason({ code, said }: { code: string; said?: Said | undefined }) {
  const { t, locale } = useI18n();
  const words = t.maybe("messages.reasonOf", code) ?? t.maybe("issue", code) ?? said?.[locale];
  return (
    <>
      {words && <span className="small">{words}</span>} <code className="kind">{code}</code>
    </>
  );
}
