import { daysLeft, isOpen } from "../rules.ts";
import type { CorrectionView } from "../view.ts";
import type { CorrectionRow } from "./queries.ts";

/** A row as screens show it. */
export function correctionView(row: CorrectionRow, now: Date): CorrectionView {
  const { reference, kind, section, state, owner, withDepartment } = row;
  return {
    reference,
    kind,
    section,
    state,
    owner,
    withDepartment,
    about: row.about ?? undefined,
    sentAt: row.sentAt.toISOString(),
    acknowledgeBy: row.acknowledgeBy.toISOString(),
    decideBy: row.decideBy.toISOString(),
    daysLeft: isOpen(state) ? daysLeft(row.decideBy, now) : undefined,
    unacknowledged: state === "sent" && now > row.acknowledgeBy,
    decidedAt: row.decidedAt?.toISOString(),
  };
}
