import type { ChildProcess } from "node:child_process";
import autocannon from "autocannon";
import { askProcess } from "./portal.ts";

export interface Measured {
  requestsPerCpuSecond: number;
  p50: number;
  p99: number;
  bytes: number;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const { cpu } = await askProcess<{ cpu: NodeJS.CpuUsage }>(child, "cpu");
  return (cpu.user + cpu.system) / 1e6;
}

/** Requests per CPU-second of the process that answers them; the client's own time does not count. */
export async function measure(
  child: ChildProcess,
  url: string,
  headers: Record<string, string>,
  amount: number,
): Promise<Measured> {
  const before = await cpuOf(child);
  const result = await autocannon({ url, headers, connections: 4, amount, timeout: 30 });
  const cpu = (await cpuOf(child)) - before;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  return {
    requestsPerCpuSecond: result.requests.total / cpu,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: Math.round(result.throughput.total / result.requests.total),
  };
}

export const best = (runs: Measured[]): Measured =>
  runs.reduce((a, b) => (b.requestsPerCpuSecond > a.requestsPerCpuSecond ? b : a));
