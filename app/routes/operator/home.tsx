import { useLoaderData } from "@remix-run/react";
import { listFeeds } from "#app/domain/feeds/list-feeds.ts";
import { summariseFeeds } from "#app/domain/feeds/summarise-feeds.ts";
import { listIdentityCases } from "#app/domain/identity/list-identity-cases.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { OperatorHome } from "#app/ui/operator/operator-home.tsx";

export const handle: RouteHandle = { title: (t) => t("operator.title") };

export const loader = operatorPage(async ({ ctx }) => {
  const [summary, { feeds }, { waiting }] = await Promise.all([
    summariseFeeds(ctx),
    listFeeds(ctx),
    listIdentityCases(ctx, { shown: "waiting", page: 1 }),
  ]);
  return { summary, feeds, identities: waiting };
});

export const action = takesNoForm;

export default function Home() {
  return <OperatorHome {...useLoaderData<typeof loader>()} />;
}
