import type { LinesAnswer, LinesHead } from "#app/domain/feeds/receive-lines.ts";
import type { IncomingMessage, MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import type { UnmergeReplay, UnmergeReplayInput } from "#app/domain/feeds/replay-after-unmerge.ts";
import type { AnewInput } from "#app/domain/feeds/replay-anew.ts";
import type { ReplayAnswer, ReplayInput } from "#app/domain/feeds/replay-message.ts";
import type { ErrorKind } from "#app/shared/errors.ts";

/** Asked of the thread: is the database there? */
export interface FeedCheck {
  check: true;
}

/** A delivery, or one that is kept and is to be read again. */
export type FeedRequest = { id: number } & (
  | { message: Omit<IncomingMessage, "bytes">; bytes: ArrayBuffer }
  | { replay: ReplayInput }
  | { unmerge: UnmergeReplayInput }
  | { anew: AnewInput }
);

/** NDJSON on its way to the thread: a head, its pieces, its end (`false`: it broke off). */
export type FeedLines =
  | { id: number; head: LinesHead }
  | { id: number; chunk: ArrayBuffer }
  | { id: number; end: boolean };

export type ThreadAnswer = Omit<MessageAnswer, "body"> & { body: Uint8Array<ArrayBuffer> };
export interface FeedReady {
  ready: boolean;
}
export interface FeedAnswer {
  id: number;
  answer?: ThreadAnswer;
  replayed?: ReplayAnswer | { outcome: UnmergeReplay };
  lines?: LinesAnswer;
  failure?: string;
  /** The sender's fault, to be told. */
  refused?: { kind: ErrorKind; code: string; message: string };
}
