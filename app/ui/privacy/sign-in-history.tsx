import type { SignInLine } from "#app/domain/identity/sessions-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { EmptyState } from "../patterns/empty-state.tsx";
import { Moment } from "../primitives/when.tsx";
import { deviceWords, networkWords } from "./visitor-words.ts";

/** What happened to the account, newest first; what was refused is marked. */
export function SignInHistory({ lines }: { lines: SignInLine[] }) {
  const i18n = useI18n();
  const { t } = i18n;
  if (lines.length === 0)
    return (
      <EmptyState>
        <p>{t("sessions.noHistory")}</p>
      </EmptyState>
    );
  return (
    <ul className="list">
      {lines.map((line) => (
        <li key={line.id}>
          <div className="item">
            <p className="item-t">{t.maybe("sessions.kind", line.kind) ?? t("sessions.kind.other")}</p>
            {line.kind === "refused" && (
              <>
                <StatusTag of="sessions.refused" tone="danger" />
                {line.code && <p>{t.maybe("sessions.refusedWhy", line.code)}</p>}
              </>
            )}
            <p className="src">
              <Moment at={line.at} as="full" /> · {deviceWords(line.device, i18n)}
              {line.network !== line.device && ` · ${networkWords(line.network, i18n)}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
