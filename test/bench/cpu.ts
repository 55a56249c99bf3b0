import fs from "node:fs";

export interface Spent {
  seconds: number;
  /** CPU seconds of this process, its threads included. */
  node: number;
  /** CPU seconds of PostgreSQL and all its processes; NaN where there is no /proc. */
  database: number;
}

/** What some work took, on the clock and of the processors; others on the machine disturb only the first. */
export async function spent(postmaster: number, work: () => Promise<void>): Promise<Spent> {
  const [cpu, database, start] = [process.cpuUsage(), databaseSeconds(postmaster), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - start) / 1000,
    node: (user + system) / 1e6,
    database: databaseSeconds(postmaster) - database,
  };
}

/** Ticks of a hundredth of a second, as Linux counts for user space everywhere. */
function databaseSeconds(postmaster: number): number {
  try {
    const [own, ended] = ticksOf(postmaster);
    const children = fs.readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
    return (
      children.reduce((sum, pid) => sum + (pid ? (ticksOf(Number(pid))[0] ?? 0) : 0), (own ?? 0) + (ended ?? 0)) / 100
    );
  } catch {
    return Number.NaN;
  }
}

/** Ticks of a process itself, and of its children that have ended. */
function ticksOf(pid: number): number[] {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ").map(Number) ?? [];
    return [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)];
  } catch {
    return [0, 0];
  }
}
