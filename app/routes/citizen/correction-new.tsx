import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendCorrectionInput } from "#app/domain/corrections/input.ts";
import { prepareCorrection } from "#app/domain/corrections/prepare-correction.ts";
import { correctionKinds } from "#app/domain/corrections/rules.ts";
import { sendCorrection } from "#app/domain/corrections/send-correction.ts";
import { termsOn } from "#app/domain/corrections/terms.ts";
import { type NamedItem, readItem } from "#app/domain/health-book/read-item.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newId } from "#app/shared/ids.ts";
import { NewCorrectionPage } from "#app/ui/corrections/new-correction-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.report") };

export const loader = citizenPage(async ({ ctx, url }) => {
  const asked = (name: string) => url.searchParams.get(name) || undefined;
  const { record, view } = await prepareCorrection(ctx, {
    entryId: asked("entry"),
    section: asked("section"),
    facilityId: asked("facility"),
  });
  const terms = termsOn(ctx.now());
  return {
    view,
    item: view.entryId ? await readItem(ctx, record, view.entryId) : undefined,
    kind: correctionKinds.find((kind) => kind === asked("kind")),
    idempotencyKey: newId(),
    terms: { acknowledge: terms.acknowledgeWorkingDays, decide: terms.decideDays },
  };
});

/** Sends the report; sent twice, it leads to the one there is. */
export const action = citizenPage(async ({ ctx, context, formData }): Promise<SentForm> => {
  const data = await formData();
  const ticked = data.getAll("circumstances").filter((one) => typeof one === "string");
  const typed = Object.fromEntries(
    [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const values = { ...typed, circumstances: ticked.join(" ") };
  const input = sendCorrectionInput.safeParse({
    ...typed,
    circumstances: ticked,
    tellInsurer: typed.tellInsurer === "yes",
  });
  if (!input.success) return invalidForm(context.language, values, input.error);
  const sent = await sendCorrection(ctx, input.data);
  if ("errors" in sent) return invalidForm(context.language, values, sent.errors);
  throw redirect(`/book/corrections/${sent.reference}?news=${sent.known ? "known" : "justSent"}`);
});

export default function NewCorrection() {
  const { item, ...rest } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <NewCorrectionPage {...rest} item={item as NamedItem | undefined} errors={sent?.errors} values={sent?.values} />
  );
}
