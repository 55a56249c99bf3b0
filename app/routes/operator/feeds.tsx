import { useLoaderData } from "@remix-run/react";
import { listFeeds } from "#app/domain/feeds/list-feeds.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { FeedsPage } from "#app/ui/operator/feeds-page.tsx";

export const handle: RouteHandle = { title: (t) => t("feeds.title") };

export const loader = operatorPage(({ ctx }) => listFeeds(ctx));

export const action = takesNoForm;

export default function Feeds() {
  return <FeedsPage view={useLoaderData<typeof loader>()} />;
}
