import { useLoaderData } from "@remix-run/react";
import { summariseFeeds } from "#app/domain/feeds/summarise-feeds.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { OperatorHome } from "#app/ui/operator/operator-home.tsx";

export const handle: RouteHandle = { title: (t) => t("operator.title") };

export const loader = operatorPage(({ ctx }) => summariseFeeds(ctx));

export const action = takesNoForm;

export default function Home() {
  return <OperatorHome summary={useLoaderData<typeof loader>()} />;
}
