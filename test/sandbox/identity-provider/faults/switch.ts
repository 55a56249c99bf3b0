import type { FaultName } from "./table.ts";

export interface FaultSwitch {
  set(fault: FaultName | "none", times?: number): void;
  readonly current: { fault: FaultName | "none"; times: number };
  /** Uses the fault up once if it is the one that is on. */
  take(fault: FaultName): boolean;
  /** The one of these that is on, used up once. */
  takeOneOf<F extends FaultName>(faults: readonly F[]): F | undefined;
}

/** At most one fault at a time, for the next `times` occasions. */
export function faultSwitch(): FaultSwitch {
  let fault: FaultName | "none" = "none";
  let left = 0;

  function set(name: FaultName | "none", times = 1): void {
    if (!Number.isInteger(times) || times < 1) throw new RangeError("A fault happens at least once.");
    fault = name;
    left = name === "none" ? 0 : times;
  }

  function take(name: FaultName): boolean {
    if (fault !== name) return false;
    left -= 1;
    if (left === 0) fault = "none";
    return true;
  }

  return {
    set,
    get current() {
      return { fault, times: left };
    },
    take,
    takeOneOf: (faults) => faults.find(take),
  };
}
