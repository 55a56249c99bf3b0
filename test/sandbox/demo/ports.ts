import { portTaken } from "../ports.ts";
import { demoPorts } from "./options.ts";

/** @throws naming the ports that are in use, what for, and what to do. */
export async function refuseTakenPorts(port: number): Promise<void> {
  const taken: string[] = [];
  for (const { port: number, what } of demoPorts(port))
    if (await portTaken(number)) taken.push(`  ${number} (for the ${what})`);
  if (taken.length === 0) return;
  const elsewhere = port + 100 <= 65_530 ? port + 100 : 3000;
  throw new Error(
    `These ports are in use by another program:\n${taken.join("\n")}\nStop it, or start the demo elsewhere: npm run demo -- --port ${elsewhere}`,
  );
}
