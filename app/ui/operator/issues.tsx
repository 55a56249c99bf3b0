import type { IssueView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

const tones: Record<IssueView["severity"], Tone> = {
  fatal: "danger",
  error: "danger",
  warning: "needs",
  information: "quiet",
};

/** What was said about a message or an entry: for the people who mend the sending system. */
export function Issues({ issues }: { issues: IssueView[] }) {
  const { t, locale } = useI18n();
  return (
    <ul className="plain">
      {issues.map((issue, at) => {
        const key = `${at}`;
        const words = locale === "en" ? undefined : (t.maybe("issue", issue.code) ?? issue.said?.[locale]);
        return (
          <li key={key}>
            <Tag tone={tones[issue.severity]}>{t(`messages.severity.${issue.severity}`)}</Tag> {words}{" "}
            <span lang="en" className={words ? "soft small" : undefined}>
              {issue.diagnostics}
            </span>{" "}
            <code className="small">{[issue.code, issue.expression].filter(Boolean).join(" · ")}</code>
          </li>
        );
      })}
    </ul>
  );
}
