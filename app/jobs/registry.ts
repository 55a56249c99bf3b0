import type { JobContext } from "./context.ts";
import * as escalateCorrections from "./escalate-corrections.ts";
import * as makeLogPartitions from "./make-log-partitions.ts";
import * as pullAtSignIn from "./pull-at-sign-in.ts";
import * as pullSources from "./pull-sources.ts";
import * as sweepExpired from "./sweep-expired.ts";
import * as sweepRefused from "./sweep-refused.ts";
import * as tendCopies from "./tend-copies.ts";
import * as writeCopy from "./write-copy.ts";

/** A job is a route without HTTP: a schedule or a payload, and one domain call. */
export interface Job {
  run(ctx: JobContext, payload: unknown): Promise<void>;
  /** Crontab pattern, UTC. */
  cron?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
}

export const jobs: Readonly<Record<string, Job>> = {
  "escalate-corrections": escalateCorrections,
  "make-log-partitions": makeLogPartitions,
  "pull-at-sign-in": pullAtSignIn,
  "pull-sources": pullSources,
  "sweep-expired": sweepExpired,
  "sweep-refused": sweepRefused,
  "tend-copies": tendCopies,
  "write-copy": writeCopy,
};
