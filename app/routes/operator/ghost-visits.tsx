import { listGhostVisits } from "#app/domain/corrections/list-ghost-visits.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { localDay } from "#app/shared/dates.ts";

/** The list for the insurer, as a file. */
export const loader = operatorPage(async ({ ctx }) => {
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="ghost-visits-${localDay(ctx.now())}.csv"`,
    "Cache-Control": "no-store",
  };
  return new Response(await listGhostVisits(ctx), { headers });
});

export const action = takesNoForm;
