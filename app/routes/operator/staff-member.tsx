import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeStaff } from "#app/domain/staff/change-staff.ts";
import { endStaff } from "#app/domain/staff/end-staff.ts";
import { changeStaffInput } from "#app/domain/staff/input.ts";
import { readStaff } from "#app/domain/staff/read-staff.ts";
import { removePasskeyOf } from "#app/domain/staff/remove-passkey-of.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { errorData, operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { StaffMemberPage } from "#app/ui/staff/staff-member-page.tsx";

export const handle: RouteHandle = { title: (t) => t("staff.member") };

const news = ["added", "changed", "unchanged", "ended"] as const;

export const loader = operatorPage(async ({ ctx, context, params, url }) => {
  const view = await readStaff(ctx, params.id ?? "");
  const provider = context.config.providers.find(({ issuer }) => issuer === view.issuer);
  const said = news.find((one) => one === url.searchParams.get("news"));
  return { view, provider: provider?.label[context.language] ?? view.issuer, news: said };
});

export const action = operatorPage(async ({ ctx, context, params, form, url }): Promise<SentForm> => {
  const values = await form();
  const id = params.id ?? "";
  switch (values.intent) {
    case "change": {
      const input = changeStaffInput.safeParse(values);
      if (!input.success) return invalidForm(context.language, values, input.error);
      const refused = await changeStaff(ctx, { id, ...input.data });
      if (refused) return invalidForm(context.language, values, refused.errors);
      throw redirect(`${url.pathname}?news=changed`);
    }
    case "end": {
      const refused = await endStaff(ctx, { id });
      if (refused) return invalidForm(context.language, values, refused.errors);
      throw redirect(`${url.pathname}?news=ended`);
    }
    case "remove-passkey":
      await removePasskeyOf(ctx, { id, passkeyId: values.passkeyId ?? "" });
      throw redirect(`${url.pathname}?news=changed`);
    default:
      throw errorData({ code: "unknown-intent" }, 400);
  }
});

export default function StaffMember() {
  const sent = useActionData<typeof action>();
  return <StaffMemberPage {...useLoaderData<typeof loader>()} form={{ errors: sent?.errors, values: sent?.values }} />;
}
