import { z } from "zod";

/** The card to be asked about. */
export const checkInput = z.object({ card: z.uuid() });
