import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOtherSessions } from "#app/domain/identity/end-other-sessions.ts";
import { listSessions } from "#app/domain/identity/list-sessions.ts";
import { listSignIns } from "#app/domain/identity/list-sign-ins.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SessionsPage } from "#app/ui/privacy/sessions-page.tsx";

export const handle: RouteHandle = { title: (t) => t("sessions.title") };

/** Always the reader's own, also while they act for somebody. */
export const loader = citizenPage(async ({ ctx, session, url }) => {
  const [sessions, history] = await Promise.all([
    listSessions(ctx, { current: session.id }),
    listSignIns(ctx, { page: pageNumber(url) }),
  ]);
  return { sessions, history, ended: url.searchParams.get("ended") };
});

/** Signs out one browser (`id`), or all but this one. */
export const action = citizenPage(async ({ ctx, context, session, form }) => {
  const { id } = await form();
  const { visitor } = context;
  const { id: current, provider } = session;
  const ended = await endOtherSessions({ ...ctx, visitor }, { current, provider, only: id || undefined });
  return redirect(`/privacy/sessions?ended=${ended > 1 ? "many" : "one"}`);
});

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />;
}
