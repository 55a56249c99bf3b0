import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { decideAlike, decideCase, replayCase } from "#app/domain/feeds/decide-case.ts";
import { decideCaseInput } from "#app/domain/feeds/quarantine-input.ts";
import { readCase } from "#app/domain/feeds/read-case.ts";
import { findPerson } from "#app/domain/persons/find-person.ts";
import { conflictOnForm, invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CasePage } from "#app/ui/operator/case-page.tsx";

export const handle: RouteHandle = { title: (t) => t("quarantine.title") };

const idOf = (params: Readonly<Record<string, string | undefined>>) => ({
  facilityId: params.facilityId ?? "",
  id: params.id ?? "",
});

export const loader = operatorPage(async ({ ctx, params, url }) => {
  const person = url.searchParams.get("person") ?? undefined;
  const view = await readCase(ctx, { ...idOf(params), person, reveal: false });
  const { facilities } = await listFacilities(ctx);
  return { view, facilities: facilities.map(({ id, name }) => ({ id, name })) };
});

type Sent = SentForm & { revealed?: Awaited<ReturnType<typeof readCase>> };

export const action = operatorPage(async ({ ctx, context, params, url, form }): Promise<Sent> => {
  const values = await form();
  const { facilityId, id } = idOf(params);
  const message = { facilityId, messageId: id };
  if (values.intent === "reveal") {
    const person = url.searchParams.get("person") ?? undefined;
    return { revealed: await readCase(ctx, { facilityId, id, person, reveal: true }) };
  }
  if (values.intent === "find") {
    const { kind = "", value = "" } = values;
    const found = await findPerson(ctx, { kind, value, facilityId: values.facilityId });
    if ("errors" in found) return invalidForm(context.language, values, found.errors);
    throw redirect(`${url.pathname}?person=${found.personId}`);
  }
  if (values.intent === "replay") await replayCase(ctx, message, context.feed);
  else if (values.intent === "alike") await decideAlike(ctx, message, context.feed);
  else {
    const input = decideCaseInput.safeParse(values);
    if (!input.success) return invalidForm(context.language, values, input.error);
    const refused = await conflictOnForm(context.language, values, () =>
      decideCase(ctx, { facilityId, id, ...input.data }, context.feed),
    );
    if (refused) return refused;
  }
  throw redirect(url.pathname);
});

export default function QuarantineCase() {
  const { view, facilities } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <CasePage
      view={sent?.revealed ?? view}
      facilities={facilities}
      form={{ errors: sent?.errors, values: sent?.values }}
    />
  );
}
