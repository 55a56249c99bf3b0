import { z } from "zod";
import { writeCopy } from "#app/domain/health-book/copies/write-copy.ts";
import type { JobContext } from "./context.ts";

const order = z.object({ personId: z.uuid(), copyId: z.uuid() });

/** Somebody ordered their whole book on paper. */
export const run = (
  { db, now, keys, print }: Pick<JobContext, "db" | "now" | "keys" | "print">,
  payload: unknown,
): Promise<void> =>
  writeCopy(
    {
      db,
      keys,
      now,
      print: (book, { language, ...options }) =>
        print.pdf({ language, at: now(), document: { kind: "book", book } }, options),
    },
    order.parse(payload),
  );
