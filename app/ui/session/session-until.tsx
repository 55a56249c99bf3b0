import { useRouteLoaderData } from "@remix-run/react";
import { useI18n } from "#app/i18n/t.tsx";
import type { SessionWatch } from "./session-watch.tsx";

/** On long forms, where no script warns: until when it must be sent. */
export function SessionUntil() {
  const { t, f } = useI18n();
  const frame = useRouteLoaderData("root") as { watch?: SessionWatch } | undefined;
  if (!frame?.watch) return null;
  return (
    <noscript>
      <p className="soft">{t("timeout.sendBefore", { time: f.clock(frame.watch.until) })}</p>
    </noscript>
  );
}
