import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endCopy } from "#app/domain/health-book/copies/end-copy.ts";
import { orderCopy } from "#app/domain/health-book/copies/order-copy.ts";
import { readCopy } from "#app/domain/health-book/copies/read-copy.ts";
import { refreshAfter } from "#app/domain/health-book/copies/rules.ts";
import { conflictOnForm, type SentForm } from "#app/http/form.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newId } from "#app/shared/ids.ts";
import { CopyPage } from "#app/ui/health-book/copies/copy-page.tsx";

export const handle: RouteHandle = { title: (t) => t("copy.title") };

/** A page that shows what is being made asks again by itself, unless the reader would rather not. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => {
  const refresh = loaderHeaders.get("Refresh");
  return errorHeaders ?? (refresh ? { Refresh: refresh } : {});
};

export const loader = citizenPage(async ({ ctx, session, url }) => {
  const copy = await readCopy(ctx);
  const seconds = copy && !url.searchParams.has("still") ? refreshAfter(copy, ctx.now()) : undefined;
  const view = {
    copy,
    refreshing: seconds !== undefined,
    of: session.actingFor?.name ?? session.displayName,
    formId: newId(),
  };
  return data(view, seconds === undefined ? {} : { headers: { Refresh: `${seconds}` } });
});

/** Orders a copy, stops one that is under way, deletes one that is ready; sent twice, it is done once. */
export const action = citizenPage(async ({ ctx, session, context, form }): Promise<SentForm> => {
  const values = await form();
  const { intent, id = "" } = values;
  if (intent !== "order" && intent !== "end") throw errorData({ code: "unknown-intent" }, 400);
  const order = { id, sessionId: session.id, language: context.language };
  const refused = await conflictOnForm(context.language, values, () =>
    intent === "order" ? orderCopy(ctx, order) : endCopy(ctx, { id }),
  );
  if (refused) return refused;
  throw redirect("/book/export/pdf");
});

export default function Copy() {
  const sent = useActionData<typeof action>();
  return <CopyPage {...useLoaderData<typeof loader>()} errors={sent?.errors} />;
}
