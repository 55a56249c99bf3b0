import { expect, onTestFinished, test } from "vitest";
import { type PrintGateOptions, printGate } from "#app/print/print-gate.ts";
import { site } from "../ui/preview/site.ts";

const NOW = new Date("2026-11-22T03:04:00Z");

function gate(limits: Partial<PrintGateOptions>) {
  const failures: string[] = [];
  const made = printGate({
    thread: new URL("./faulty-thread.mjs", import.meta.url),
    site,
    onFailure: (what) => failures.push(what),
    ...limits,
  });
  onTestFinished(() => made.close());
  const ask = (fault = "none") => made.pdf({ language: "vi", at: NOW, document: { fault } as never });
  return { ...made, ask, failures };
}

const code = (asked: Promise<unknown>) => asked.then(() => "printed").catch((error) => error.code ?? error.message);

test.each(["dies", "throws"])(
  "a thread that %s is replaced; its order is told so, and who waits is served",
  async (fault) => {
    const { ask, failures } = gate({});
    expect(await Promise.all([code(ask(fault)), code(ask()), code(ask())])).toEqual([
      "print-lost",
      "printed",
      "printed",
    ]);
    expect(failures.length).toBe(fault === "dies" ? 0 : 1);
  },
);

test("what takes too long is ended with its thread, and the next order finds a new one", async () => {
  const { ask, failures } = gate({ timeLimitMs: 1_500 });
  await ask();
  expect(await code(ask("hangs"))).toBe("print-slow");
  expect([await code(ask()), failures]).toEqual(["printed", ["time limit"]]);
});

test("no more wait than may, and who has waited too long is told", async () => {
  const { ask } = gate({ most: 2, timeLimitMs: 1_500 });
  const first = code(ask("hangs"));
  expect(await Promise.all([first, code(ask()), code(ask())])).toEqual(["print-slow", "print-busy", "print-busy"]);
  expect(await code(ask())).toBe("printed");
});

test("a document that cannot be printed is a mistake of ours, and of nothing else", async () => {
  const { ask, failures } = gate({});
  expect([await code(ask("fails")), await code(ask()), failures]).toEqual([
    "A document could not be printed.",
    "printed",
    ["TypeError"],
  ]);
});
