import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { SignedOutPage } from "#app/ui/public/signed-out-page.tsx";

export const handle: RouteHandle<{ locked: boolean } | undefined> = {
  title: (t, data) => t(data?.locked ? "lock.locked" : "signedOut.title"),
};

/** `?why=locked`: everything was closed, and stays so until it is opened again. */
export const loader = ({ request }: LoaderFunctionArgs) => ({
  locked: new URL(request.url).searchParams.get("why") === "locked",
});

export default function SignedOut() {
  return <SignedOutPage locked={useLoaderData<typeof loader>().locked} />;
}
