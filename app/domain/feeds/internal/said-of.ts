import { fileIssueTexts } from "#app/adapters/record-store/feed-files/issue-texts.ts";
import { issueTexts } from "#app/adapters/record-store/qd3176/issue-texts.ts";

type Texts = Readonly<Record<string, readonly [vi: string, en: string] | undefined>>;

/** What the sender of a package or a file was told by this code; FHIR's own codes are in the catalogue of the screens. */
export function saidOf(code: string): { vi: string; en: string } | undefined {
  const texts = (issueTexts as Texts)[code] ?? (fileIssueTexts as Texts)[code];
  return texts && { vi: texts[0], en: texts[1] };
}
