import { useT } from "#app/i18n/t.tsx";

/** Why a message did not go straight in: in words, with the code that the sending system sees. */
export function Reason({ code }: { code: string }) {
  const t = useT();
  const words = t.maybe("messages.reasonOf", code) ?? t.maybe("issue", code);
  return (
    <>
      {words && <span className="small">{words}</span>} <code className="kind">{code}</code>
    </>
  );
}
