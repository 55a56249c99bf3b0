import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { announceOutage, endOutage } from "#app/domain/feeds/announce-outage.ts";
import { outageInput, rhythmInput } from "#app/domain/feeds/input.ts";
import { readFeed } from "#app/domain/feeds/read-feed.ts";
import { setRhythm } from "#app/domain/feeds/set-rhythm.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newId } from "#app/shared/ids.ts";
import { FeedPage } from "#app/ui/operator/feed-page.tsx";

export const handle: RouteHandle = { title: (t) => t("feeds.title") };

export const loader = operatorPage(async ({ ctx, params, url }) => ({
  view: await readFeed(ctx, { facilityId: params.facilityId ?? "" }),
  idempotencyKey: newId(),
  saved: url.searchParams.has("saved"),
}));

export const action = operatorPage(async ({ ctx, context, params, form }): Promise<SentForm> => {
  const facilityId = params.facilityId ?? "";
  const values = await form();
  const here = `/operator/feeds/${encodeURIComponent(facilityId)}?saved`;
  if (values.intent === "end-outage") {
    await endOutage(ctx, { facilityId, id: values.id ?? "" });
    throw redirect(here);
  }
  if (values.intent === "outage") {
    const input = outageInput.safeParse(values);
    if (!input.success) return invalidForm(context.language, values, input.error);
    await announceOutage(ctx, { ...input.data, facilityId });
    throw redirect(here);
  }
  const input = rhythmInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  await setRhythm(ctx, { ...input.data, facilityId });
  throw redirect(here);
});

export default function Feed() {
  const { view, idempotencyKey, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <FeedPage view={view} idempotencyKey={idempotencyKey} saved={saved && !sent} sent={sent} />;
}
