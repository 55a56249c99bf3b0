// A print thread with every fault a thread may have; the document's title says which.
import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ id, order }) => {
  const { fault } = order.document;
  if (fault === "dies") process.exit(1);
  if (fault === "throws") throw new Error("at work");
  if (fault === "hangs") for (;;);
  if (fault === "fails") return parentPort.postMessage({ id, failure: "TypeError" });
  parentPort.postMessage({ id, pdf: new Uint8Array([id]) });
});
