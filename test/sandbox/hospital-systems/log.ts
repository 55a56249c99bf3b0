import type { LabVisit } from "./bundles/lab-visit.ts";
import type { Delivery } from "./delivery.ts";

const mostKept = 500;

/** What was sent in this run, and what a correction or a replay can go back to. */
export class Log {
  readonly #deliveries = new Map<string, Delivery>();
  readonly #labVisits = new Map<string, LabVisit>();

  add(delivery: Delivery): void {
    this.#deliveries.set(delivery.id, delivery);
    const [oldest] = this.#deliveries.keys();
    if (this.#deliveries.size > mostKept && oldest !== undefined) this.#deliveries.delete(oldest);
  }

  byId(id: string): Delivery | undefined {
    return this.#deliveries.get(id);
  }

  /** Newest first. */
  all(): Delivery[] {
    return [...this.#deliveries.values()].reverse();
  }

  /** The last delivery of a facility about a person that the portal answered. */
  last(facility: string, persona: string): Delivery | undefined {
    return this.all().find(
      (one) => one.facility.key === facility && one.person.key === persona && one.outcome.status !== undefined,
    );
  }

  labVisit(facility: string, persona: string): LabVisit | undefined {
    return this.#labVisits.get(`${facility} ${persona}`);
  }

  /** Only what the portal took can be corrected. */
  noteLabVisit(facility: string, persona: string, made: LabVisit): void {
    this.#labVisits.set(`${facility} ${persona}`, made);
  }
}
