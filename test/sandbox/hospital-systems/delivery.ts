import type { SandboxFacility } from "../province/facilities.ts";
import type { StoryMessage } from "../province/fhir/types.ts";
import type { Persona } from "../province/personas.ts";
import type { Outcome } from "./answer.ts";
import type { Kind } from "./kinds.ts";

/** One delivery of this run and what the portal answered. */
export interface Delivery {
  id: string;
  at: Date;
  facility: SandboxFacility;
  person: Persona;
  kind: Kind;
  sent: StoryMessage;
  /** The bytes that went over the wire. */
  text: string;
  outcome: Outcome;
  /** The answer's body as it came. */
  answer: unknown;
  /** For the same delivery sent again: was it answered the same? */
  sameAnswer: boolean | undefined;
}

/** A delivery as machines read it. */
export function listingOf({ id, at, facility, person, kind, outcome, sameAnswer }: Delivery) {
  return {
    id,
    at: at.toISOString(),
    facility: facility.key,
    persona: person.key,
    kind,
    ...outcome,
    status: outcome.status ?? null,
    sameAnswer: sameAnswer ?? null,
  };
}
