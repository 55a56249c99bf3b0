import { exportRejects } from "#app/domain/feeds/export-rejects.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { rejectsCsv } from "#app/http/rejects-csv.ts";

/** What was refused in the last 30 days, of one facility. */
export const loader = operatorPage(async ({ ctx, params }) =>
  rejectsCsv(await exportRejects(ctx, { facilityId: params.facilityId ?? "" }), `rejects-${params.facilityId}`),
);

export const action = takesNoForm;
