import type { AccessLine } from "#app/domain/audit/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Tag } from "../primitives/tag.tsx";
import { actWords, basisWords, timeWords, whoWords } from "./log-words.ts";

/** One human event: when, who, where, what, on what basis. */
export function LogLine({ line }: { line: AccessLine }) {
  const i18n = useI18n();
  const { t, f } = i18n;
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
        {line.outcome === "deny" && (
          <p>
            <Tag tone="danger">{t("log.denied")}</Tag>
          </p>
        )}
        {!ownLook && <p className="src">{basisWords(line, i18n)}</p>}
        {times && <p className="src">{times}</p>}
      </div>
    </li>
  );
}
