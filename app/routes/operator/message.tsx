import { useLoaderData } from "@remix-run/react";
import { readMessage } from "#app/domain/feeds/read-message.ts";
import { operatorPage, takesNoForm } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MessagePage } from "#app/ui/operator/message-page.tsx";

export const handle: RouteHandle = { title: (t) => t("messages.title") };

export const loader = operatorPage(({ ctx, params }) =>
  readMessage(ctx, { facilityId: params.facilityId ?? "", id: params.id ?? "" }),
);

export const action = takesNoForm;

export default function Message() {
  return <MessagePage view={useLoaderData<typeof loader>()} />;
}
