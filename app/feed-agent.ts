import { command } from "./feed-agent/command.ts";

/** The program a hospital runs in its own network (docs/feed-agent.md); one file once it is built. */
process.exitCode = await command(process.argv.slice(2));
