import { useLoaderData } from "@remix-run/react";
import { readVaccinations } from "#app/domain/health-book/vaccinations/read-vaccinations.ts";
import type { VaccinationsPageView } from "#app/domain/health-book/vaccinations/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber, showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { VaccinationsPage } from "#app/ui/health-book/vaccinations/vaccinations-page.tsx";

export const handle: RouteHandle = { title: (t) => t("section.title.vaccinations") };

export const loader = citizenPage(({ ctx, session, url }) =>
  readVaccinations(ctx, { page: pageNumber(url), showHidden: showsHidden(url), newSince: session.previousVisitAt }),
);

export default function Vaccinations() {
  return <VaccinationsPage view={useLoaderData<typeof loader>() as VaccinationsPageView} />;
}
