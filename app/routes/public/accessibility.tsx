import type { RouteHandle } from "#app/http/route-handle.ts";
import { AccessibilityPage } from "#app/ui/public/accessibility-page.tsx";

export const handle: RouteHandle = { title: (t) => t("accessibility.title") };

export default function Accessibility() {
  return <AccessibilityPage />;
}
