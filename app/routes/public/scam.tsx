import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { ScamPage } from "#app/ui/public/scam-page.tsx";

export const handle: RouteHandle = { title: (t) => t("scam.title") };

export const loader = ({ context }: LoaderFunctionArgs) => ({ host: new URL(context.config.publicOrigin).host });

export default function Scam() {
  return <ScamPage {...useLoaderData<typeof loader>()} />;
}
