import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMessage } from "#app/domain/feeds/read-message.ts";
import { requestReplay } from "#app/domain/feeds/request-replay.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MessagePage } from "#app/ui/operator/message-page.tsx";

export const handle: RouteHandle = { title: (t) => t("messages.title") };

export const loader = operatorPage(async ({ ctx, params, url }) => ({
  view: await readMessage(ctx, { facilityId: params.facilityId ?? "", id: params.id ?? "" }),
  replayed: url.searchParams.has("replayed"),
}));

/** Processes the kept bytes anew, and shows what became of them. */
export const action = operatorPage(async ({ ctx, context, params }) => {
  const facilityId = params.facilityId ?? "";
  const asked = { facilityId, messageId: params.id ?? "" };
  const { messageId } = await requestReplay(ctx, asked, (input) => context.feed.replayAnew(input));
  throw redirect(`/operator/messages/${facilityId}/${messageId}?replayed`);
});

export default function Message() {
  const { view, replayed } = useLoaderData<typeof loader>();
  return <MessagePage view={view} replayed={replayed} />;
}
