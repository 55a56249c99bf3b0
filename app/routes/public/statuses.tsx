import type { RouteHandle } from "#app/http/route-handle.ts";
import { StatusesPage } from "#app/ui/help/statuses-page.tsx";

export const handle: RouteHandle = { title: (t) => t("status.title") };

export default function Statuses() {
  return <StatusesPage />;
}
