import { useLoaderData } from "@remix-run/react";
import { releaseRules } from "#app/domain/access/release-rules.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { ReleasesPage } from "#app/ui/public/releases-page.tsx";

export const handle: RouteHandle = { title: (t) => t("held.rules") };

export const loader = () => ({
  rules: releaseRules.map(({ class: name, when, longestDays, from }) => ({ name, when, longestDays, from })),
});

export default function Releases() {
  return <ReleasesPage {...useLoaderData<typeof loader>()} />;
}
