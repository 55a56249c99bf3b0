import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeMeasurement, withdrawMeasurement } from "#app/domain/health-book/own/change-measurement.ts";
import { readMeant, readMeasured } from "#app/domain/health-book/own/input.ts";
import { readMeasurement } from "#app/domain/health-book/own/read-measurement.ts";
import type { OwnMeasurementView } from "#app/domain/health-book/own/view.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { localMinute } from "#app/shared/dates.ts";
import { MeasurementPage, measurementNews } from "#app/ui/health-book/own/measurement-page.tsx";

export const handle: RouteHandle<{ view: OwnMeasurementView }> = {
  title: (t, { view }) => t(`measurements.kind.${view.versions[0].kind}`),
};

export const loader = citizenPage(async ({ ctx, params, url }) => {
  const view = await readMeasurement(ctx, params.id ?? "");
  const news = measurementNews.find((one) => one === url.searchParams.get("news"));
  return { view, news, at: localMinute(new Date(view.versions[0].at)), now: localMinute(ctx.now()) };
});

/** Changes it or takes it back. */
export const action = citizenPage(async ({ ctx, context, params, form }): Promise<SentForm> => {
  const fields = await form();
  const meant = readMeant({ ...fields, id: params.id ?? "" });
  if (!meant) throw errorData({ code: "bad-form" }, 400);
  const here = `/book/measurements/${meant.id}`;
  if (fields.intent === "withdraw") {
    const sent = await withdrawMeasurement(ctx, meant);
    if ("errors" in sent) return invalidForm(context.language, fields, sent.errors);
    throw redirect(`${here}?news=withdrawn`);
  }
  const read = readMeasured(fields, ctx.now());
  if ("errors" in read) return invalidForm(context.language, fields, read.errors);
  const sent = await changeMeasurement(ctx, meant, read.measured);
  if ("errors" in sent) return invalidForm(context.language, fields, sent.errors);
  throw redirect(`${here}?news=changed`);
});

export default function Measurement() {
  const { view, ...rest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <MeasurementPage view={view as OwnMeasurementView} {...rest} errors={sent?.errors} values={sent?.values} />;
}
