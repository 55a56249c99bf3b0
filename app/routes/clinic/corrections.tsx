import { useLoaderData } from "@remix-run/react";
import { listInbox } from "#app/domain/corrections/list-inbox.ts";
import { staffPage, takesNoStaffForm } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { InboxPage } from "#app/ui/corrections/inbox-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.inboxTitle") };

export const loader = staffPage(async ({ ctx, url }) => ({ view: await listInbox(ctx, { page: pageNumber(url) }) }));

export const action = takesNoStaffForm;

export default function Inbox() {
  return <InboxPage view={useLoaderData<typeof loader>().view} />;
}
