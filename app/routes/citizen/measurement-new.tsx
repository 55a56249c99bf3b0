import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMeant, readMeasured } from "#app/domain/health-book/own/input.ts";
import { isOwnKind } from "#app/domain/health-book/own/kinds.ts";
import { prepareMeasurement } from "#app/domain/health-book/own/prepare-measurement.ts";
import { recordMeasurement } from "#app/domain/health-book/own/record-measurement.ts";
import type { BookPerson } from "#app/domain/health-book/view.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { localMinute } from "#app/shared/dates.ts";
import { newId } from "#app/shared/ids.ts";
import { NewMeasurementPage } from "#app/ui/health-book/own/new-measurement-page.tsx";

export const handle: RouteHandle = { title: (t) => t("measurements.record") };

/** Which kind, or its form. */
export const loader = citizenPage(async ({ ctx, url }) => {
  const kind = url.searchParams.get("kind");
  const { person, bookId } = await prepareMeasurement(ctx);
  return { person, bookId, kind: isOwnKind(kind) ? kind : undefined, id: newId(), now: localMinute(ctx.now()) };
});

/** Writes it down; sent twice, it leads to the one there is. */
export const action = citizenPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const fields = await form();
  const meant = readMeant(fields);
  if (!meant) throw errorData({ code: "bad-form" }, 400);
  const read = readMeasured(fields, ctx.now());
  if ("errors" in read) return invalidForm(context.language, fields, read.errors);
  const sent = await recordMeasurement(ctx, meant, read.measured);
  if ("errors" in sent) return invalidForm(context.language, fields, sent.errors);
  throw redirect(`/book/measurements/${sent.id}?news=${sent.known ? "known" : "saved"}`);
});

export default function NewMeasurement() {
  const sent = useActionData<typeof action>();
  const { person, ...rest } = useLoaderData<typeof loader>();
  return <NewMeasurementPage person={person as BookPerson} {...rest} errors={sent?.errors} values={sent?.values} />;
}
