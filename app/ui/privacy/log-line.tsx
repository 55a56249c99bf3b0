import type { AccessLine } from "#app/domain/audit/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { actWords, basisWords, timeWords, whoWords } from "./log-words.ts";

/** One human event: when, who, where, what, on what basis. */
export function LogLine({ line }: { line: AccessLine }) {
  const i18n = useI18n();
  const { f } = i18n;
  const times = timeWords(line, i18n);
  // Under "your own looks" who it was and why it was allowed go without saying.
  const ownLook = line.who.you && line.basis === "self" && line.outcome === "permit";
  return (
    <li className="log-line">
      <time dateTime={line.lastAt}>{f.clock(line.lastAt)}</time>
      <div>
        {ownLook ? (
          <p>{actWords(line, i18n)}</p>
        ) : (
          <>
            <p>
              <b>{whoWords(line, i18n)}</b>
              {line.who.facility && ` · ${line.who.facility}`}
            </p>
            <p>{actWords(line, i18n)}</p>
          </>
        )}
        {line.outcome === "deny" && <StatusTag of="log.denied" tone="danger" />}
        {!ownLook && <p className="src">{basisWords(line, i18n)}</p>}
        {times && <p className="src">{times}</p>}
      </div>
    </li>
  );
}
