import { hastenSources } from "#app/domain/pulled/hasten-sources.ts";
import { type Pulling, run as pullSources } from "./pull-sources.ts";

/** Somebody has signed in: sources that are well are asked now, not at their next time. The sign-in did not wait. */
export async function run(ctx: Pulling): Promise<void> {
  await hastenSources(ctx);
  await pullSources(ctx);
}
