import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lockSession } from "#app/domain/identity/lock-session.ts";
import { readCounter } from "#app/domain/identity/read-counter.ts";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { formOf } from "#app/http/keep-form.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { toldUnlock } from "#app/http/unlock-problem.ts";
import { CounterPage } from "#app/ui/counter/counter-page.tsx";
import { shiftHome } from "#app/ui/patterns/shift-home.ts";

export const handle: RouteHandle = {
  title: (t) => t("counter.title"),
  files: ["/passkey-bytes.js", "/counter-unlock.js"],
};

/** What a locked counter shows to whoever stands there. A shift that is open goes on working. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get("returnTo");
  const returnTo = asked ? safeReturnTo(asked) : undefined;
  const session = await context.session();
  if (session?.atCounter) throw redirect(shiftHome({ role: session.duty?.role, kept: false }, returnTo ?? "/counter"));
  const counter = await readCounter(context, context.counterToken);
  return { counter, returnTo, problem: toldUnlock(query.get("problem")), staff: (session?.roles.length ?? 0) > 0 };
}

/** Locks; the page's script brings what is half written. */
export async function action({ request, context }: ActionFunctionArgs) {
  const values = new URLSearchParams(await request.text());
  const { counterToken, sessionToken } = context;
  await lockSession(context, { counterToken, sessionToken, form: formOf(values.get("form")) });
  return redirect("/counter");
}

export default function Counter() {
  return <CounterPage {...useLoaderData<typeof loader>()} />;
}
