import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseNewest, readNewest } from "#app/domain/health-book/newest/choose-newest.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { NewestPage } from "#app/ui/health-book/newest/newest-page.tsx";

export const handle: RouteHandle = { title: (t) => t("newest.title") };

export const loader = citizenPage(async ({ ctx, session }) => ({
  ...(await readNewest(ctx)),
  of: session.actingFor?.name ?? session.displayName,
  self: ctx.actor.kind === "citizen",
}));

export const action = citizenPage(async ({ ctx, form }) => {
  const { hides } = await form();
  if (hides !== "yes" && hides !== "no") throw errorData({ code: "unknown-intent" }, 400);
  await chooseNewest(ctx, { hides: hides === "yes" });
  throw redirect("/book/results");
});

export default function Newest() {
  return <NewestPage {...useLoaderData<typeof loader>()} />;
}
