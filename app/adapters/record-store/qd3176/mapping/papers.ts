import { dateTimeOf } from "../values.ts";
import { listOf3176 } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { extension, resource, textAttachment } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";
import { type Paper, papers } from "./paper-forms.ts";

/** XML5 to XML15 as documents: the paper's clinical lines as plain text, names and numbers of people left out. */
export function mapPapers(context: Context): MappedEntry[] {
  return papers.flatMap((paper) => context.rows(paper.table).map((keyed) => mapPaper(context, paper, keyed)));
}

function mapPaper(context: Context, paper: Paper, { row, fields, key }: KeyedRow): MappedEntry {
  const dated = paper.dated.find((field) => fields[field]);
  const time = dated && context.time(row, dated);
  const lines = paper.lines.flatMap(([field, label, names]) => {
    const text = fields[field];
    if (!text) return [];
    const said = names?.[text] ?? dateText(field, text) ?? text;
    return [label ? `${label}: ${said}` : said];
  });
  const lead = paper.lead.find((field) => fields[field]);
  return {
    source: row,
    resource: resource("DocumentReference", context.caseId("paper", ...key), {
      status: "current",
      extension: extension("CHUKYDONVI", context.pkg.signature),
      type: {
        coding: [{ system: listOf3176("LOAIHOSO"), code: paper.table, display: paper.title }],
        text: paper.title,
      },
      subject: context.subject,
      date: time?.includes("T") ? time : undefined,
      description: lead && fields[lead],
      content: [{ attachment: textAttachment(paper.title, lines.join("\n")) }],
      context: { encounter: [context.encounter], period: time && { start: time, end: time } },
    }),
  };
}

/** Dates as people write them: "21/11/2026", "14:30 21/11/2026". */
function dateText(field: string, text: string): string | undefined {
  if (!/^(?:NGAY|THOI|TU_|DEN_|NGOAITRU_)/.test(field)) return undefined;
  const time = dateTimeOf(text)?.fhir;
  const [, y, m, d, at] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(time ?? "") ?? [];
  return y && `${at ? `${at} ` : ""}${d}/${m}/${y}`;
}
