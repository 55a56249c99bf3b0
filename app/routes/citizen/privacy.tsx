import { useLoaderData } from "@remix-run/react";
import { listAccess } from "#app/domain/audit/list-access.ts";
import { listProxies } from "#app/domain/proxies/list-proxies.ts";
import { citizenPage } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { AccessLogPage } from "#app/ui/privacy/access-log-page.tsx";

export const handle: RouteHandle = { title: (t) => t("log.title") };

/** Always the reader's own log, also while they act for somebody. */
export const loader = citizenPage(async ({ ctx, session, url }) => {
  const { personId, assuranceLevel, authenticatedAt } = ctx.actor;
  const own = { ...ctx, actor: { kind: "citizen", personId, assuranceLevel, authenticatedAt } as const };
  const log = await listAccess(own, { page: pageNumber(url) });
  const { helpMe } = await listProxies(own);
  return { person: { name: session.displayName, self: true }, log, helpers: helpMe };
});

export default function Privacy() {
  const { person, log, helpers } = useLoaderData<typeof loader>();
  return <AccessLogPage person={person} log={log} helpers={helpers} />;
}
