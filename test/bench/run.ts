import path from "node:path";
import { ensureBuilt } from "../support/ensure-built.ts";
import { benchBook } from "./book.ts";
import { benchBrowser } from "./browser.ts";
import { benchDemo } from "./demo.ts";
import { benchIngest } from "./ingest.ts";
import { benchLoad } from "./load-store.ts";
import { benchNdjson } from "./ndjson.ts";
import { benchResponsiveness } from "./responsiveness.ts";
import { benchSignIn } from "./sign-in.ts";

const benchmarks: Record<string, () => Promise<void>> = {
  book: benchBook,
  browser: benchBrowser,
  demo: benchDemo,
  ingest: benchIngest,
  load: benchLoad,
  ndjson: benchNdjson,
  responsiveness: benchResponsiveness,
  "sign-in": benchSignIn,
};

/** npm run bench -- NAME – one benchmark with its reference in the same run. */
const [name = ""] = process.argv.slice(2);
const run = benchmarks[name];
if (!run) {
  process.stderr.write(`usage: npm run bench -- NAME\n  ${Object.keys(benchmarks).join("\n  ")}\n`);
  process.exit(2);
}
await ensureBuilt(path.resolve(import.meta.dirname, "../.."), (line) => process.stdout.write(`${line}\n`));
await run();
process.exit(0);
