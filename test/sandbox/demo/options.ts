import path from "node:path";
import { parseArgs } from "node:util";

export interface DemoOptions {
  fresh: boolean;
  port: number;
  /** Where this demo keeps everything; one demo at a time works in a folder. */
  data: string;
  /** Pages from source with live reload, server restarted when it changes. */
  dev: boolean;
  help: boolean;
}

export const USAGE = `usage: npm run demo -- [--fresh] [--port N] [--data FOLDER]

  --fresh         forgets everything and starts over
  --port N        the portal's port; the five after it are used too (3000)
  --data FOLDER   where everything is kept (.data)`;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const options = {
  fresh: flag,
  port: { ...text, default: "3000" },
  data: text,
  dev: flag,
  help: { ...flag, short: "h" },
} as const;

/** @throws with the usage when an option is unknown or a port is none. */
export function demoOptions(args: string[], defaultData: string): DemoOptions {
  const values = parsed(args);
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port >= 1024 && port <= 65_530)) throw new Error(`--port takes a number from 1024 to 65530.\n${USAGE}`);
  return { ...values, port, data: path.resolve(values.data ?? defaultData) };
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    // The parser explains its own rules at length; the first sentence is ours.
    throw new Error(`${(error as Error).message.split(". ")[0]}.\n${USAGE}`);
  }
}

/** The demo's six ports, from the portal's. */
export const demoPorts = (port: number) => [
  { port, what: "portal" },
  { port: port + 1, what: "sandbox identity provider" },
  { port: port + 2, what: "sandbox payment gateway" },
  { port: port + 3, what: "sandbox hospital systems" },
  { port: port + 4, what: "sandbox message sink" },
  { port: port + 5, what: "sandbox insurer" },
];
