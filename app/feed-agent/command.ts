import path from "node:path";
import { parseArgs } from "node:util";
import { startAgent } from "./agent.ts";
import { ConfigError, readAgentConfig } from "./config.ts";
import { AlreadyRunning } from "./disk/lock.ts";
import { portalClient } from "./portal/client.ts";
import { Later } from "./portal/later.ts";
import type { Snapshot } from "./status/snapshot.ts";
import { statusText } from "./status/text.ts";
import { type Language, words } from "./words.ts";

const USAGE = `feed-agent --config agent.json [--lang vi|en]           runs until it is stopped
feed-agent status --config agent.json [--lang vi|en]    what waits, what was accepted and refused
feed-agent check --config agent.json [--lang vi|en]     tries the configuration, the key and the portal`;

/** The command line of the agent; gives back the exit code. */
export async function command(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { config: { type: "string" }, lang: { type: "string", default: "vi" } },
    });
    const [what = "run"] = positionals;
    const work = { run, status, check }[what];
    if (!values.config || !work) throw new ConfigError(USAGE);
    return await work(path.resolve(values.config), values.lang === "en" ? "en" : "vi");
  } catch (error) {
    if (error instanceof AlreadyRunning) return complain(`Another agent works in ${error.message}.`);
    if (error instanceof ConfigError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS"))
      return complain((error as Error).message, 2);
    throw error;
  }
}

async function run(file: string): Promise<number> {
  const agent = await startAgent(readAgentConfig(file), (line) => say(`${new Date().toISOString()} ${line}`));
  say(`status: ${agent.statusAddress}${agent.gatewayAddress ? `, gateway: ${agent.gatewayAddress}` : ""}`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await agent.stop();
  return 0;
}

async function status(file: string, language: Language): Promise<number> {
  const { host, port } = readAgentConfig(file).status;
  const at = `http://${host}:${port}`;
  try {
    const response = await fetch(`${at}/status.json`, { signal: AbortSignal.timeout(10_000) });
    say(statusText((await response.json()) as Snapshot, language));
    return 0;
  } catch {
    return complain(`${words[language].notRunning} ${at}.`, 3);
  }
}

async function check(file: string, language: Language): Promise<number> {
  const { portal, clientId, key } = readAgentConfig(file);
  try {
    await portalClient({ portal, clientId, key, stream: "check" }).check();
    say(`${portal}: OK`);
    return 0;
  } catch (error) {
    if (!(error instanceof Later)) throw error;
    return complain(`${portal}: ${words[language].why[error.why]} (${error.message})`);
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function complain(text: string, code = 1): number {
  process.stderr.write(`${text}\n`);
  return code;
}
