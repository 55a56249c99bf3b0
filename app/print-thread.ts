import os from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Site } from "#app/i18n/site.ts";
import { pdfOfDocument } from "#app/print/document.tsx";
import type { PrintAnswer, PrintRequest } from "#app/print/print-messages.ts";

/** Paper is laid out and written in a thread of its own: it holds the processor for up to half a second, and nobody's page. */
// Where threads have a priority of their own, pages go first.
if (process.platform === "linux") os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);

const { site } = workerData as { site: Site };
const port = parentPort;
if (!port) throw new Error("The print thread is started by its gate.");

async function printed({ id, order }: PrintRequest): Promise<PrintAnswer> {
  try {
    const { language, at, document } = order;
    const onPart = () => port?.postMessage({ id, part: true } satisfies PrintAnswer);
    return { id, pdf: await pdfOfDocument({ config: { site }, language, now: () => at }, document, onPart) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.name : "unknown" };
  }
}

port.on("message", async (request: PrintRequest) => {
  const answer = await printed(request);
  port.postMessage(answer, "pdf" in answer ? [answer.pdf.buffer] : []);
});
