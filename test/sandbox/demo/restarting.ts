import fs from "node:fs";
import path from "node:path";
import { isPage } from "../dev/pages.ts";
import { type ProcessOptions, type Running, startProcess } from "./processes.ts";

/** For development: a process that is started again when the source of the server part changes. */
export function startRestarting(options: ProcessOptions, root: string, say: (line: string) => void): Running {
  const start = () => startProcess({ ...options, onCrash: (message) => say(`${message} Waiting for a change.`) });
  let current = start();
  let turn = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  let closed = false;
  const restart = async (changed: string) => {
    await current.stop();
    if (closed) return;
    current = start();
    try {
      await current.ready;
      say(`${changed} has changed: the ${options.name} was started again.`);
    } catch (error) {
      say(`${(error as Error).message}\nWaiting for a change.`);
    }
  };
  // An editor saves in several steps; one restart is enough.
  const saw = (file: string) => {
    if (isPage(file) || !/\.(ts|tsx|json|sql)$/.test(file)) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      turn = turn.then(() => restart(file));
    }, 200);
  };
  const watchers = ["app", "db"].map((folder) =>
    fs.watch(path.join(root, folder), { recursive: true }, (_event, file) => saw(path.join(folder, file ?? ""))),
  );
  return {
    ready: current.ready,
    stop: async () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(soon);
      closed = true;
      await current.stop();
      await turn;
    },
  };
}
