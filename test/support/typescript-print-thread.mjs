// Node 20 does not hand tsx on to worker threads; this registers it there, then becomes the print thread.
import { register } from "tsx/esm/api";

register();
await import("../../app/print-thread.ts");
