import { setTimeout as sleep } from "node:timers/promises";
import type { Request } from "express";
import { chooseLanguage } from "../http/language.ts";
import type { Page } from "../http/layout.ts";
import { Faults } from "./faults.ts";
import { Inbox } from "./inbox.ts";
import type { NewMessage } from "./message.ts";
import { type Words, words } from "./pages/words.ts";

/** How the sender's call ends. */
export type Verdict =
  | { kind: "taken"; id: string }
  | { kind: "refused"; forGood: boolean }
  /** The message is there, and the sender is not told: the line breaks, or nothing ever comes. */
  | { kind: "cut" }
  | { kind: "silence" };

export interface Sink {
  inbox: Inbox;
  faults: Faults;
  portalOrigin: string | undefined;
  /** Takes a message of any channel, or meets the fault that is on. */
  receive(message: NewMessage): Promise<Verdict>;
}

export function createSink(portalOrigin: string | undefined): Sink {
  const inbox = new Inbox();
  const faults = new Faults();
  return { inbox, faults, portalOrigin, receive };

  async function receive(message: NewMessage): Promise<Verdict> {
    const met = faults.take(message.content.channel, message.to);
    if (met?.fault === "refuse" || met?.fault === "reject") return { kind: "refused", forGood: met.fault === "reject" };
    const { id } = inbox.add(message, met?.fault !== "undelivered");
    if (met?.fault === "delay") await sleep(met.seconds * 1_000, undefined, { ref: false });
    if (met?.fault === "lose-answer") return { kind: "cut" };
    return met?.fault === "no-answer" ? { kind: "silence" } : { kind: "taken", id };
  }
}

export type SinkPage = Page<Words>;

export function pageFor(sink: Sink, req: Request): SinkPage {
  const language = chooseLanguage(req.query.lang);
  return { language, t: words[language], portalOrigin: sink.portalOrigin };
}
