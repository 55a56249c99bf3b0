import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { addStaff } from "#app/domain/staff/add-staff.ts";
import { staffInput } from "#app/domain/staff/input.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { StaffNewPage } from "#app/ui/staff/staff-new-page.tsx";

export const handle: RouteHandle = { title: (t) => t("staff.add") };

export const loader = operatorPage(async ({ ctx, context }) => {
  const { facilities } = await listFacilities(ctx);
  const issuers = context.config.providers.map(({ issuer, label }) => ({ issuer, label: label[context.language] }));
  return { facilities: facilities.map(({ id, name }) => ({ id, name })), issuers };
});

export const action = operatorPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const values = await form();
  const input = staffInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  if (!context.config.providers.some(({ issuer }) => issuer === input.data.issuer))
    return invalidForm(context.language, values, { issuer: ["required"] });
  const put = await addStaff(ctx, input.data);
  if ("errors" in put) return invalidForm(context.language, values, put.errors);
  throw redirect(`/operator/staff/${put.id}?news=${put.outcome}`);
});

export default function StaffNew() {
  const sent = useActionData<typeof action>();
  return <StaffNewPage {...useLoaderData<typeof loader>()} form={{ errors: sent?.errors, values: sent?.values }} />;
}
