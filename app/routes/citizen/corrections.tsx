import { useLoaderData } from "@remix-run/react";
import { listCorrections } from "#app/domain/corrections/list-corrections.ts";
import { citizenPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CorrectionsPage } from "#app/ui/corrections/corrections-page.tsx";

export const handle: RouteHandle = { title: (t) => t("correction.title") };

export const loader = citizenPage(({ ctx }) => listCorrections(ctx));

export default function Corrections() {
  return <CorrectionsPage view={useLoaderData<typeof loader>()} />;
}
