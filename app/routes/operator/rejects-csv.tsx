import { exportRejects } from "#app/domain/feeds/export-rejects.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { rejectsCsv } from "#app/http/rejects-csv.ts";

/** What was refused in the last 30 days, of all facilities. */
export const loader = operatorPage(async ({ ctx }) =>
  rejectsCsv(await exportRejects(ctx, { facilityId: undefined }), "rejects"),
);

export const action = takesNoForm;
