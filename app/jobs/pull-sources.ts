import { receiveResources } from "#app/domain/feeds/receive-resources.ts";
import { pullDueSources } from "#app/domain/pulled/pull-due-sources.ts";
import type { JobContext } from "./context.ts";

/** Every two minutes: facilities that offer only a FHIR server are asked, those whose time has come. */
export const cron = "*/2 * * * *";

export const run = ({ db, now, feed, clientKey }: JobContext): Promise<void> =>
  pullDueSources({
    db,
    now,
    clientKey,
    deliver: (facilityId, resources) => receiveResources({ ...feed, now }, facilityId, resources),
  });
