import type { RouteHandle } from "#app/http/route-handle.ts";
import { HelpPage } from "#app/ui/public/help-page.tsx";

export const handle: RouteHandle = { title: (t) => t("help.title") };

export default function Help() {
  return <HelpPage />;
}
