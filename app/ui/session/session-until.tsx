import { createContext, useContext } from "react";
import { useI18n } from "#app/i18n/t.tsx";

/** When the session of this page ends; nothing where nobody is signed in. */
export const SessionEnds = createContext<string | undefined>(undefined);

/** On long forms, where no script warns: until when it must be sent. */
export function SessionUntil() {
  const { t, f } = useI18n();
  const until = useContext(SessionEnds);
  if (!until) return null;
  return (
    <noscript>
      <p className="soft">{t("timeout.sendBefore", { time: f.clock(until) })}</p>
    </noscript>
  );
}
