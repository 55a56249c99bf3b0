import { useLoaderData } from "@remix-run/react";
import { listMessages } from "#app/domain/feeds/list-messages.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MessagesPage } from "#app/ui/operator/messages-page.tsx";

export const handle: RouteHandle = { title: (t) => t("messages.title") };

export const loader = operatorPage(({ ctx, url }) =>
  listMessages(ctx, {
    facilityId: url.searchParams.get("facility") ?? undefined,
    state: url.searchParams.get("state") ?? undefined,
    reason: url.searchParams.get("reason") ?? undefined,
    format: url.searchParams.get("format") ?? undefined,
    day: url.searchParams.get("day") ?? undefined,
    page: pageNumber(url),
  }),
);

export const action = takesNoForm;

export default function Messages() {
  return <MessagesPage view={useLoaderData<typeof loader>()} />;
}
