import path from "node:path";
import { parseArgs } from "node:util";

export interface DemoOptions {
  fresh: boolean;
  port: number;
  /** Where this demo keeps everything; one demo at a time works in a folder. */
  data: string;
}

const USAGE = "npm run demo [-- --fresh] [-- --port N] [-- --data FOLDER]";

/** @throws with the usage when an option is unknown or a port is none. */
export function demoOptions(args: string[], defaultData: string): DemoOptions {
  let values: { fresh?: boolean | undefined; port?: string | undefined; data?: string | undefined };
  try {
    const text = { type: "string" } as const;
    ({ values } = parseArgs({ args, options: { fresh: { type: "boolean" }, port: text, data: text } }));
  } catch (error) {
    throw new Error(`${(error as Error).message}\nusage: ${USAGE}`);
  }
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1024 || port > 65_530)
    throw new Error(`--port takes a number from 1024 to 65530.\nusage: ${USAGE}`);
  return { fresh: values.fresh ?? false, port, data: path.resolve(values.data ?? defaultData) };
}

/** The demo's five ports, from the portal's. */
export const demoPorts = (port: number) => [
  { port, what: "portal" },
  { port: port + 1, what: "sandbox identity provider" },
  { port: port + 2, what: "sandbox payment gateway" },
  { port: port + 3, what: "sandbox hospital systems" },
  { port: port + 4, what: "sandbox message sink" },
];
