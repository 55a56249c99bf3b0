import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dropKeptForm, readKeptForm } from "#app/domain/identity/take-kept-form.ts";
import { rosterPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { KeptPage } from "#app/ui/counter/kept-page.tsx";
import { shiftHome } from "#app/ui/patterns/shift-home.ts";

export const handle: RouteHandle = { title: (t) => t("counter.kept") };

/** What somebody was writing when the counter locked: theirs again, to be sent or left. */
export const loader = rosterPage(async ({ context, session }) => ({
  form: await readKeptForm(context, context.sessionToken ?? ""),
  home: shiftHome({ role: session.duty?.role, kept: false }, "/counter"),
}));

/** It is not wanted any more. */
export const action = rosterPage(async ({ context, session }) => {
  await dropKeptForm(context, context.sessionToken ?? "");
  return redirect(shiftHome({ role: session.duty?.role, kept: false }, "/counter"));
});

export default function Kept() {
  return <KeptPage {...useLoaderData<typeof loader>()} />;
}
