import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { escalateCorrection } from "#app/domain/corrections/escalate-correction.ts";
import { escalateInput } from "#app/domain/corrections/input.ts";
import { readCorrection } from "#app/domain/corrections/read-correction.ts";
import { termsOn } from "#app/domain/corrections/terms.ts";
import { withdrawCorrection } from "#app/domain/corrections/withdraw-correction.ts";
import { type NamedItem, readItem } from "#app/domain/health-book/read-item.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CorrectionPage } from "#app/ui/corrections/correction-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.title") };

const news = ["justSent", "known", "changed"] as const;

export const loader = citizenPage(async ({ ctx, params, url }) => {
  const { record, entryId, view } = await readCorrection(ctx, { reference: params.reference ?? "" });
  return {
    view,
    item: entryId ? await readItem(ctx, record, entryId) : undefined,
    news: news.find((one) => one === url.searchParams.get("news")),
    departmentDays: termsOn(ctx.now()).decideDaysWithThirdParty,
  };
});

/** Withdraws the report, or brings it before the health department. */
export const action = citizenPage(async ({ ctx, context, params, form }): Promise<SentForm> => {
  const values = await form();
  const reference = params.reference ?? "";
  if (values.intent !== "withdraw" && values.intent !== "escalate") throw errorData({ code: "unknown-intent" }, 400);
  const input = escalateInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  const taken =
    values.intent === "withdraw"
      ? await withdrawCorrection(ctx, { reference })
      : await escalateCorrection(ctx, { reference, ...input.data });
  throw redirect(`/book/corrections/${reference}${"changed" in taken ? "?news=changed" : ""}`);
});

export default function Correction() {
  const { item, ...rest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CorrectionPage {...rest} item={item as NamedItem | undefined} errors={sent?.errors} values={sent?.values} />;
}
