import type { AccessLine } from "#app/domain/audit/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Tag } from "../primitives/tag.tsx";
import { actWords, basisWords, timeWords, whoWords } from "./log-words.ts";

/** One human event: when, who, where, what, on what basis. */
export function LogLine({ line }: { line: AccessLine }) {
  const i18n = useI18n();
  const { t, f } = i18n;
  const times = timeWords(line, i18n);
  return (
    <li className="log-line">
      <time dateTime={line.lastAt}>{f.clock(line.lastAt)}</time>
      <div>
        <p>
          <b>{whoWords(line, i18n)}</b>
          {line.who.facility && ` · ${line.who.facility}`}
        </p>
        <p>{actWords(line, i18n)}</p>
        {line.outcome === "deny" && (
          <p>
            <Tag tone="danger">{t("log.denied")}</Tag>
          </p>
        )}
        <p className="src">{basisWords(line, i18n)}</p>
        {times && <p className="src">{times}</p>}
      </div>
    </li>
  );
}
