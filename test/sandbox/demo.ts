import fs from "node:fs";
import path from "node:path";
import { explain } from "./demo/explain.ts";
import { takeLock } from "./demo/lock.ts";
import { demoOptions, USAGE } from "./demo/options.ts";
import { refuseTakenPorts } from "./demo/ports.ts";
import { Steps } from "./demo/steps.ts";
import { stoppable } from "./demo/stopping.ts";
import { welcome } from "./demo/welcome.ts";

/** npm run demo, npm run dev – the whole province on this machine, from nothing but Node and npm. */
async function demo(): Promise<void> {
  const options = demoOptions(process.argv.slice(2), path.resolve(import.meta.dirname, "../../.data"));
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const { port, data } = options;
  const steps = new Steps();
  const stop = stoppable(steps);
  try {
    fs.mkdirSync(data, { recursive: true });
    const lock = await takeLock(data, `http://localhost:${port}`);
    stop.begin = lock.stopping;
    stop.add(lock.release);
    await refuseTakenPorts(port);
    // Loading the rest takes a second; a refusal should not.
    const { runDemo } = await import("./demo/run.ts");
    await runDemo(options, steps, stop);
    steps.say(welcome(port, data, process.stdout.columns));
    process.send?.("ready");
  } catch (error) {
    await stop.now(explain(error));
  }
}

try {
  await demo();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(2);
}
