import { DomainError } from "#app/shared/errors.ts";
import { groupLines, type LineGroup } from "./group-lines.ts";
import { linesOf } from "./lines-of.ts";
import { type FeedContext, type IncomingMessage, type MessageAnswer, receiveMessage } from "./receive-message.ts";

export type LinesHead = Pick<IncomingMessage, "facilityId" | "channel" | "clientId">;

interface LineIssue {
  severity: string;
  code: string;
  diagnostics: string;
  expression?: string;
  /** Where the resource stood. */
  line?: string;
}

export interface GroupAnswer {
  lines: string;
  state: MessageAnswer["state"];
  status: number;
  messageId: string;
  entries: MessageAnswer["counts"];
  issues: LineIssue[];
}

export interface LinesAnswer {
  deliveries: Record<MessageAnswer["state"] | "replayed", number>;
  entries: MessageAnswer["counts"];
  /** The first of those that were taken whole and of those that were not; `deliveries` counts all. */
  groups: GroupAnswer[];
}

/** Longest line, and most groups told of either kind; both keep memory flat. */
const MOST_LINE = 16 * 1_048_576;
const MOST_GROUPS = 500;
const MOST_ISSUES = 20;

/**
 * Takes NDJSON, a resource or Bundle a line, as deliveries about one person each; every one is taken or refused
 * by itself, and sending all again changes nothing. Who may: a client with scope system/*.cud.
 */
export async function receiveLines(
  ctx: FeedContext,
  head: LinesHead,
  chunks: AsyncIterable<Uint8Array>,
): Promise<LinesAnswer> {
  const answer: LinesAnswer = {
    deliveries: { accepted: 0, partly_accepted: 0, rejected: 0, quarantined: 0, replayed: 0 },
    entries: { accepted: 0, unchanged: 0, rejected: 0, warnings: 0 },
    groups: [],
  };
  const told = { whole: 0, other: 0 };
  for await (const group of groupLines("", linesOf(chunks, MOST_LINE, lineTooLong))) {
    const { bytes, directory } = group;
    const taken = await receiveMessage(ctx, { ...head, bytes, directory, allowSingle: true });
    answer.deliveries[taken.state]++;
    if (taken.replay) answer.deliveries.replayed++;
    else
      for (const key of ["accepted", "unchanged", "rejected", "warnings"] as const)
        answer.entries[key] += taken.counts[key];
    if (told[taken.state === "accepted" ? "whole" : "other"]++ < MOST_GROUPS)
      answer.groups.push(groupAnswer(group, taken));
  }
  return answer;
}

const lineTooLong = () =>
  new DomainError("too-large", "line-too-long", 'A line is larger than 16 MB. Load it with "npm run feed -- import".');

function groupAnswer(group: LineGroup, { state, status, messageId, counts, body }: MessageAnswer): GroupAnswer {
  const { issue = [], entry = [] } = body as {
    issue?: OutcomeIssue[];
    entry?: { response: { outcome?: { issue: OutcomeIssue[] } } }[];
  };
  const issues = [...issue, ...entry.flatMap((e) => e.response.outcome?.issue ?? [])];
  return {
    lines: group.where.replace(/^, lines? /, ""),
    state,
    status,
    messageId,
    entries: counts,
    issues: issues.slice(0, MOST_ISSUES).map((i) => lineIssue(i, group.places)),
  };
}

interface OutcomeIssue {
  severity: string;
  diagnostics: string;
  details: { coding: { code: string }[] };
  expression?: string[];
}

function lineIssue({ severity, diagnostics, details, expression }: OutcomeIssue, places: string[]): LineIssue {
  const [at] = expression ?? [];
  const line = places[Number(/^Bundle\.entry\[(\d+)\]/.exec(at ?? "")?.[1])];
  return {
    severity,
    code: details.coding[0]?.code ?? "",
    diagnostics,
    ...(at ? { expression: at } : {}),
    ...(line ? { line: line.replace(/^.*line /, "") } : {}),
  };
}
