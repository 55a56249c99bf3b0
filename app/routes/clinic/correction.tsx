import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acknowledgeCorrection } from "#app/domain/corrections/acknowledge-correction.ts";
import { decideCorrection } from "#app/domain/corrections/decide-correction.ts";
import { extendCorrection } from "#app/domain/corrections/extend-correction.ts";
import { decideInput, reasonInput } from "#app/domain/corrections/input.ts";
import { readInboxCorrection } from "#app/domain/corrections/read-inbox-correction.ts";
import { type NamedItem, readItem } from "#app/domain/health-book/read-item.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { errorData, staffPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { InboxCorrectionPage } from "#app/ui/corrections/inbox-correction-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.inboxTitle") };

export const loader = staffPage(async ({ ctx, params, url }) => {
  const { item, view } = await readInboxCorrection(ctx, { reference: params.reference ?? "" });
  const named = item && (await readItem(ctx, item.record, item.entryId));
  return { view, item: named, changed: url.searchParams.get("news") === "changed" };
});

/** Confirms receipt, answers, or takes more time. */
export const action = staffPage(async ({ ctx, context, params, form }): Promise<SentForm> => {
  const values = await form();
  const reference = params.reference ?? "";
  const decision = decideInput.safeParse(values);
  const reason = reasonInput.safeParse({ words: values.reason });
  const back = (taken: object) =>
    redirect(`/clinic/corrections/${reference}${"changed" in taken ? "?news=changed" : ""}`);
  switch (values.intent) {
    case "acknowledge":
      throw back(await acknowledgeCorrection(ctx, { reference }));
    case "decide":
      if (!decision.success) return invalidForm(context.language, values, decision.error);
      throw back(await decideCorrection(ctx, { reference, ...decision.data }));
    case "extend":
      if (!reason.success) return invalidForm(context.language, values, reason.error);
      throw back(await extendCorrection(ctx, { reference, ...reason.data }));
    default:
      throw errorData({ code: "unknown-intent" }, 400);
  }
});

export default function InboxCorrection() {
  const { item, ...rest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <InboxCorrectionPage
      {...rest}
      item={item as NamedItem | undefined}
      sent={sent?.values?.intent}
      errors={sent?.errors}
      values={sent?.values}
    />
  );
}
