import { parseArgs } from "node:util";

export interface DemoOptions {
  fresh: boolean;
  port: number;
}

const USAGE = "npm run demo [-- --fresh] [-- --port N]";

/** @throws with the usage when an option is unknown or a port is none. */
export function demoOptions(args: string[]): DemoOptions {
  let values: { fresh?: boolean | undefined; port?: string | undefined };
  try {
    ({ values } = parseArgs({ args, options: { fresh: { type: "boolean" }, port: { type: "string" } } }));
  } catch (error) {
    throw new Error(`${(error as Error).message}\nusage: ${USAGE}`);
  }
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1024 || port > 65_530)
    throw new Error(`--port takes a number from 1024 to 65530.\nusage: ${USAGE}`);
  return { fresh: values.fresh ?? false, port };
}

/** The demo's five ports, from the portal's. */
export const demoPorts = (port: number) => [
  { port, what: "portal" },
  { port: port + 1, what: "sandbox identity provider" },
  { port: port + 2, what: "sandbox payment gateway" },
  { port: port + 3, what: "sandbox hospital systems" },
  { port: port + 4, what: "sandbox message sink" },
];
