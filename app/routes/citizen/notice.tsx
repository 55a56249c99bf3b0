import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { acknowledgeNotice } from "#app/domain/identity/acknowledge-notice.ts";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { sessionPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { PrivacyNoticePage } from "#app/ui/privacy/privacy-notice-page.tsx";

export const handle: RouteHandle = { title: (t) => t("notice.title") };

export const loader = sessionPage(async ({ session, url }) => ({
  confirm: session.noticeDue
    ? { action: "/privacy/notice", returnTo: safeReturnTo(url.searchParams.get("returnTo")) }
    : undefined,
}));

export const action = sessionPage(async ({ ctx, context, form }) => {
  const { returnTo } = await form();
  await acknowledgeNotice(ctx, { language: context.language });
  return redirect(safeReturnTo(returnTo));
});

export default function Notice() {
  const { confirm } = useLoaderData<typeof loader>();
  return <PrivacyNoticePage confirm={confirm} />;
}
