import { createHash } from "node:crypto";
import { WARNING_SECONDS } from "#app/domain/identity/rules.ts";
import type { SessionView } from "#app/domain/identity/view.ts";
import type { SessionWatch } from "#app/ui/session/session-watch.tsx";

const mark = (of: string): string => createHash("sha256").update(of).digest("base64url").slice(0, 16);

/** What a page tells the script that warns before a session ends: times from now on, for clocks differ. */
export function sessionWatch(session: SessionView, now: Date): SessionWatch {
  const seconds = (until: Date) => Math.max(0, Math.floor((until.getTime() - now.getTime()) / 1000));
  return {
    idle: seconds(session.idleEndsAt),
    limit: seconds(session.endsAt),
    warn: WARNING_SECONDS,
    key: mark(`session ${session.id}`),
    keeper: session.shared ? undefined : mark(`keeper ${session.personId}`),
    until: session.idleEndsAt.toISOString(),
  };
}
