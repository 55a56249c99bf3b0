import type { RouteHandle } from "#app/http/route-handle.ts";
import { SignedOutPage } from "#app/ui/public/signed-out-page.tsx";

export const handle: RouteHandle = { title: (t) => t("signedOut.title") };

export default function SignedOut() {
  return <SignedOutPage />;
}
