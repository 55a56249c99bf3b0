import crypto from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { JWK } from "jose";
import type { SandboxFacility } from "../province/facilities.ts";
import { bundleText } from "../province/fhir/decimal.ts";
import type { StoryMessage } from "../province/fhir/types.ts";
import { clientIdOf } from "../province/load.ts";
import type { Persona } from "../province/personas.ts";
import { noAnswer, type Outcome, readAnswer } from "./answer.ts";
import { correctedVisit, type LabVisit, labVisit } from "./bundles/lab-visit.ts";
import { newPrescription } from "./bundles/new-prescription.ts";
import { impossibleDate, otherBirthDate, unknownPatient } from "./bundles/troubled.ts";
import { chartsOf, householdOf } from "./charts.ts";
import { hospitalSystem } from "./client.ts";
import type { Delivery } from "./delivery.ts";
import type { Kind } from "./kinds.ts";
import { Log } from "./log.ts";

export interface Order {
  facility: SandboxFacility;
  person: Persona;
  kind: Kind;
}

/** What is to go out; `text` only when it went out before. */
interface Prepared {
  sent: StoryMessage;
  made?: LabVisit;
  repeats?: Delivery;
}

export interface Systems {
  log: Log;
  /** Really sends, and notes the answer. Nothing to correct or to repeat: nothing is sent. */
  deliver(order: Order): Promise<Delivery | "nothing-before">;
}

export interface SystemsOptions {
  portal: string;
  clients: Readonly<Record<string, { alg: string; jwk: JWK }>>;
  today: Date;
}

/** The systems of all hospitals, each with its own key. */
export function createSystems({ portal, clients, today }: SystemsOptions): Systems {
  const log = new Log();
  const charts = chartsOf(today);
  const systems = new Map(
    Object.entries(clients).map(([key, { alg, jwk }]) => [
      key,
      hospitalSystem({ clientId: clientIdOf(key), alg, jwk, portal }),
    ]),
  );

  function prepare({ facility, person, kind }: Order, now: Date): Prepared | undefined {
    const chart = charts(facility, person);
    if (kind === "visit") return labVisit(chart, now);
    if (kind === "prescription") return { sent: newPrescription(chart, now) };
    if (kind === "other-birth-date") return { sent: otherBirthDate(chart, now) };
    if (kind === "broken") return { sent: impossibleDate(chart, now) };
    if (kind === "unknown-patient") return { sent: unknownPatient(chart, now, householdOf(person)) };
    if (kind === "correction") {
      const before = log.labVisit(facility.key, person.key);
      return before && correctedVisit(before, now);
    }
    const repeats = log.last(facility.key, person.key);
    return repeats && { sent: repeats.sent, repeats };
  }

  async function send(
    facility: string,
    sent: StoryMessage,
    text: string,
  ): Promise<Pick<Delivery, "outcome" | "answer">> {
    try {
      const answer = await systems.get(facility)?.send(text);
      if (!answer) throw new Error(`${facility} has no system.`);
      return { outcome: readAnswer(sent.bundle, answer), answer: answer.body };
    } catch (error) {
      const outcome: Outcome = noAnswer(error instanceof Error ? error.message : "no answer");
      return { outcome, answer: undefined };
    }
  }

  async function deliver(order: Order): Promise<Delivery | "nothing-before"> {
    const at = new Date();
    const prepared = prepare(order, at);
    if (!prepared) return "nothing-before";
    const { sent, made, repeats } = prepared;
    const text = repeats?.text ?? bundleText(sent.bundle);
    const { outcome, answer } = await send(order.facility.key, sent, text);
    const sameAnswer = repeats && isDeepStrictEqual([answer, outcome.status], [repeats.answer, repeats.outcome.status]);
    const delivery: Delivery = { id: crypto.randomUUID(), at, ...order, sent, text, outcome, answer, sameAnswer };
    log.add(delivery);
    if (made && outcome.state === "accepted") log.noteLabVisit(order.facility.key, order.person.key, made);
    return delivery;
  }

  return { log, deliver };
}
