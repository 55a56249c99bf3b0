import { useLoaderData } from "@remix-run/react";
import { readPregnancy } from "#app/domain/health-book/pregnancy/read-pregnancy.ts";
import type { PregnancyPageView } from "#app/domain/health-book/pregnancy/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { PregnancyPage } from "#app/ui/health-book/pregnancy/pregnancy-page.tsx";

export const handle: RouteHandle = { title: (t) => t("pregnancy.title") };

export const loader = citizenPage(({ ctx, url }) => readPregnancy(ctx, { showHidden: showsHidden(url) }));

export default function Pregnancy() {
  return <PregnancyPage view={useLoaderData<typeof loader>() as PregnancyPageView} />;
}
