import { receiveResources } from "#app/domain/feeds/receive-resources.ts";
import { pullDueSources } from "#app/domain/pulled/pull-due-sources.ts";
import type { JobContext } from "./context.ts";

/** Every two minutes: facilities that offer only a FHIR server are asked, those whose time has come. */
export const cron = "*/2 * * * *";

/** One job at a time: a source that hangs must not take the place of other jobs. */
export const queue = "pull-sources";

export type Pulling = Pick<JobContext, "db" | "now" | "feed" | "clientKey" | "reach">;

export const run = ({ db, now, feed, clientKey, reach }: Pulling): Promise<void> =>
  pullDueSources({
    db,
    now,
    clientKey,
    reach,
    deliver: (facilityId, resources, fetch) => receiveResources({ ...feed, now }, facilityId, resources, fetch),
  });
