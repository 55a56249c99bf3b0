import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { findPerson } from "#app/domain/persons/find-person.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { PersonsPage } from "#app/ui/operator/persons-page.tsx";

export const handle: RouteHandle = { title: (t) => t("persons.title") };

export const loader = operatorPage(async ({ ctx }) => {
  const { facilities } = await listFacilities(ctx);
  return { facilities: facilities.map(({ id, name }) => ({ id, name })) };
});

export const action = operatorPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const values = await form();
  const { kind = "", value = "" } = values;
  const found = await findPerson(ctx, { kind, value, facilityId: values.facilityId });
  if ("errors" in found) return invalidForm(context.language, values, found.errors);
  throw redirect(`/operator/persons/${found.personId}`);
});

export default function Persons() {
  const sent = useActionData<typeof action>();
  return (
    <PersonsPage
      facilities={useLoaderData<typeof loader>().facilities}
      form={{ errors: sent?.errors, values: sent?.values }}
    />
  );
}
