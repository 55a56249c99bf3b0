import { Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import { reachOf } from "#app/adapters/fhir-server/reach.ts";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { loadClientKey } from "#app/adapters/signing/client-key.ts";
import { connect } from "#db/client.ts";
import { readWorkerConfig } from "./config.ts";
import { createLogger } from "./http/log.ts";
import { type Job, jobs } from "./jobs/registry.ts";
import { printGate } from "./print/print-gate.ts";

/** The background process: what time and other processes ask for, from the queue in the database. */
async function start(): Promise<void> {
  const config = readWorkerConfig();
  const keys = loadKeyRing(config.keysDir);
  const clientKey = loadClientKey(config.keysDir);
  if (!config.sandbox && (keys.sandbox || clientKey?.sandbox))
    throw new Error(`The keys in ${config.keysDir} were made for a sandbox; run "npm run keys" for keys of your own.`);
  const logger = createLogger(config, "worker");
  const db = connect(config.databaseUrl, { applicationName: "so-khoe-worker", max: 6 });
  // What jobs fetch from hospitals is stored like what hospitals send: the worker's own role may not.
  const feed = connect(config.feedDatabaseUrl, { applicationName: "so-khoe-worker", max: 4, statementTimeout: 120 });
  const print = printGate({
    thread: new URL("./print-thread.js", import.meta.url),
    site: config.site,
    onFailure: (what) => logger.error({ what }, "print thread"),
    timeLimitMs: 15 * 60_000,
  });
  const ctx = {
    db,
    keys,
    print,
    now: () => new Date(),
    feed: { db: feed, keys },
    clientKey,
    reach: reachOf(config.privateNetworks),
  };
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, (payload: unknown) => job.run(ctx, payload)]),
  );
  const scheduled = Object.entries(jobs).flatMap(([task, job]) =>
    job.cron ? [{ task, match: job.cron, identifier: task, options: cronOptions(job) }] : [],
  );
  const runner = await run({
    connectionString: config.databaseUrl,
    noHandleSignals: true,
    // Two may be held up by other people's servers; the rest go on.
    concurrency: 4,
    taskList,
    parsedCronItems: parseCronItems(scheduled),
    // The library's own lines hold payloads and stacks; ours hold the task's name.
    logger: new Logger((scope) => (level) => {
      if (level === "error") logger.error({ task: scope.taskIdentifier }, "job failed");
    }),
    // Without this a stop during a job forgets to delete it, and it runs again hours later (graphile-worker 0.17.3).
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0, gracefulShutdownAbortTimeout: 10_000 } },
  });
  logger.info("worker is up");
  process.send?.("ready");

  let stopping = false;
  const stop = async () => {
    stopping = true;
    await runner.stop();
    await Promise.all([db.close(), feed.close(), print.close()]);
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Started by another process: when that one dies, nobody is left to stop us.
  if (process.connected) process.once("disconnect", stop);
  await runner.promise;
  // The promise also resolves when the pool has broken down: somebody should start us again.
  if (!stopping) process.exit(1);
}

const cronOptions = ({ queue }: Job) => ({ backfillPeriod: 0, maxAttempts: 3, ...(queue ? { queueName: queue } : {}) });

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
