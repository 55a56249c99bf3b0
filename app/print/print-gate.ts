import { Worker } from "node:worker_threads";
import type { Site } from "#app/i18n/site.ts";
import { DomainError } from "#app/shared/errors.ts";
import type { PrintAnswer, PrintOrder, PrintRequest } from "./print-messages.ts";

export interface PrintGate {
  /** Has it put on paper. @throws DomainError `unavailable` when too many wait, it takes too long, it is stopped or the thread is lost. */
  pdf(order: PrintOrder, options?: PrintOptions): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

export interface PrintOptions {
  /** A part of a document with parts is done. */
  onPart?: () => void;
  signal?: AbortSignal;
}

export interface PrintGateOptions {
  /** The thread's file, as Node can run it. */
  thread: URL;
  site: Site;
  onFailure: (what: string) => void;
  /** Orders that may wait, with the one under way. */
  most?: number;
  /** From the order to the paper, waiting included. */
  timeLimitMs?: number;
}

const MOST = 12;
const TIME_LIMIT_MS = 20_000;
/** A document needs some 100 MB at most; what needs more must not take the process along. */
const MOST_MEMORY_MB = 512;
/** A thread that dies at once is not started again without pause. */
const PAUSE_MS = 200;

interface Waiter {
  request: PrintRequest;
  timer: NodeJS.Timeout;
  onPart: () => void;
  resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
}

/** One thread for paper, started by the first order; it has one order at a time, so that what waits can still be told so. */
export function printGate({ thread, site, onFailure, ...limits }: PrintGateOptions): PrintGate {
  const { most = MOST, timeLimitMs = TIME_LIMIT_MS } = limits;
  const waiting: Waiter[] = [];
  let underWay: Waiter | undefined;
  let worker: Worker | undefined;
  let pausing = false;
  let next = 0;

  function start(): Worker {
    const started = new Worker(thread, {
      workerData: { site },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    started.unref();
    started.on("message", answered);
    started.on("error", (error) => onFailure(error.name));
    started.on("exit", () => worker === started && ended());
    return started;
  }

  function ended(): void {
    worker = undefined;
    settle((waiter) => waiter.reject(lost()));
    pausing = true;
    setTimeout(() => {
      pausing = false;
      goOn();
    }, PAUSE_MS).unref();
  }

  function answered(answer: PrintAnswer): void {
    if (answer.id !== underWay?.request.id) return;
    if ("part" in answer) {
      underWay.onPart();
      return;
    }
    settle((waiter) => {
      if ("pdf" in answer) return waiter.resolve(answer.pdf);
      onFailure(answer.failure);
      waiter.reject(new Error("A document could not be printed."));
    });
    goOn();
  }

  function settle(how: (waiter: Waiter) => void): void {
    if (!underWay) return;
    clearTimeout(underWay.timer);
    how(underWay);
    underWay = undefined;
  }

  function goOn(): void {
    if (underWay || pausing) return;
    underWay = waiting.shift();
    if (!underWay) return;
    worker ??= start();
    worker.postMessage(underWay.request);
  }

  function tookTooLong(waiter: Waiter): void {
    const begun = waiter === underWay;
    if (begun) onFailure("time limit");
    giveUp(waiter, begun ? slow() : busy());
  }

  /** What is under way can only be ended with its thread. */
  function giveUp(waiter: Waiter, why: Error): void {
    const at = waiting.indexOf(waiter);
    if (at >= 0) {
      clearTimeout(waiter.timer);
      waiting.splice(at, 1);
      waiter.reject(why);
    } else if (waiter === underWay) {
      const hanging = worker;
      settle(() => waiter.reject(why));
      ended();
      void hanging?.terminate();
    }
  }

  return {
    pdf: (order, { onPart = () => undefined, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (waiting.length + (underWay ? 1 : 0) >= most) return reject(busy());
        const waiter: Waiter = {
          request: { id: next++, order },
          timer: setTimeout(() => tookTooLong(waiter), timeLimitMs),
          onPart,
          resolve,
          reject,
        };
        waiting.push(waiter);
        signal?.addEventListener("abort", () => giveUp(waiter, lost()), { once: true });
        goOn();
      }),
    async close() {
      for (const waiter of waiting.splice(0)) {
        clearTimeout(waiter.timer);
        waiter.reject(lost());
      }
      await worker?.terminate();
    },
  };
}

const unavailable = (code: string, message: string, retryAfterSeconds: number) =>
  new DomainError("unavailable", code, message, { retryAfterSeconds });

const busy = () => unavailable("print-busy", "Too much waits to be printed.", 30);
const slow = () => unavailable("print-slow", "Printing took too long.", 60);
const lost = () => unavailable("print-lost", "The print thread has ended.", 5);
