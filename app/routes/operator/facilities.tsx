import { useActionData, useLoaderData } from "@remix-run/react";
import { addFacility } from "#app/domain/facilities/add-facility.ts";
import { addFacilityInput } from "#app/domain/facilities/input.ts";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newId } from "#app/shared/ids.ts";
import { FacilitiesPage } from "#app/ui/operator/facilities-page.tsx";

export const handle: RouteHandle = { title: (t) => t("facilities.title") };

export const loader = operatorPage(async ({ ctx }) => ({ view: await listFacilities(ctx), idempotencyKey: newId() }));

export const action = operatorPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const values = await form();
  const input = addFacilityInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  const added = await addFacility(ctx, input.data);
  return "errors" in added ? invalidForm(context.language, values, added.errors) : { done: added.id };
});

export default function Facilities() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FacilitiesPage
      view={view}
      form={{ idempotencyKey, saved: sent?.done !== undefined, errors: sent?.errors, values: sent?.values }}
    />
  );
}
