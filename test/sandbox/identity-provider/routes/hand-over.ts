import { randomUUID } from "node:crypto";
import type { Persona } from "../../province/personas.ts";

/** What two hosts tell each other by one-time names in addresses: which sign-in it is, and who has signed in. */
export interface HandOver {
  /** For the other host: which interaction is waiting. */
  leave(uid: string): string;
  waiting(ticket: string): string | undefined;
  /** For the way back; nobody when the person cancelled. */
  return(ticket: string, persona: Persona | undefined): string | undefined;
  take(uid: string, handle: string): { persona: Persona | undefined } | undefined;
}

export function handOver(limit = 1_000): HandOver {
  const tickets = new Map<string, string>();
  const returned = new Map<string, { uid: string; persona: Persona | undefined }>();
  const keep = <V>(map: Map<string, V>, value: V): string => {
    const name = randomUUID();
    const [oldest] = map.keys();
    if (map.size >= limit && oldest !== undefined) map.delete(oldest);
    map.set(name, value);
    return name;
  };
  return {
    leave: (uid) => keep(tickets, uid),
    waiting: (ticket) => tickets.get(ticket),
    return(ticket, persona) {
      const uid = tickets.get(ticket);
      tickets.delete(ticket);
      return uid === undefined ? undefined : keep(returned, { uid, persona });
    },
    take(uid, handle) {
      const found = returned.get(handle);
      returned.delete(handle);
      return found?.uid === uid ? found : undefined;
    },
  };
}
