import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readOversight } from "#app/domain/corrections/read-oversight.ts";
import { takeOverCorrection } from "#app/domain/corrections/take-over-correction.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { OversightPage } from "#app/ui/corrections/oversight-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.inboxTitle") };

export const loader = operatorPage(async ({ ctx, url }) => ({
  view: await readOversight(ctx),
  changed: url.searchParams.get("news") === "changed",
}));

/** Gives an overdue report to the department's own staff. */
export const action = operatorPage(async ({ ctx, form }): Promise<null> => {
  const { reference } = await form();
  const taken = await takeOverCorrection(ctx, { reference: reference ?? "" });
  throw redirect(`/operator/corrections${"changed" in taken ? "?news=changed" : ""}`);
});

export default function Corrections() {
  return <OversightPage {...useLoaderData<typeof loader>()} />;
}
