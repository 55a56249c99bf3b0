import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { changeDuty } from "#app/domain/identity/change-duty.ts";
import { dutyInput } from "#app/domain/identity/input.ts";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { setCookie } from "#app/http/cookies.ts";
import { errorData, rosterPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { DutyPage } from "#app/ui/duty/duty-page.tsx";
import { dutyHome } from "#app/ui/patterns/duty-home.ts";

export const handle: RouteHandle = { title: (t) => t("duty.title") };

export const loader = rosterPage(async ({ session, url }) => {
  const asked = url.searchParams.get("returnTo");
  const { atCounter } = session;
  return { atCounter, current: session.duty, duties: session.roles, returnTo: asked ? safeReturnTo(asked) : undefined };
});

/** Takes the duty of the form, or with an empty one makes the session the person's own again. */
export const action = rosterPage(async ({ context, session, form }) => {
  const values = await form();
  const input = dutyInput.safeParse(values.duty);
  if (!input.success) throw errorData({ code: "unknown-duty" }, 400);
  const duty = input.data;
  const to = values.returnTo ? safeReturnTo(values.returnTo) : duty ? dutyHome(duty.role) : "/book";
  // A second press finds the duty taken, and changes nothing.
  if (duty?.role === session.duty?.role && duty?.facilityId === session.duty?.facilityId) return redirect(to);
  const { sessionToken } = await changeDuty(context, { sessionToken: context.sessionToken ?? "", duty });
  return redirect(to, { headers: { "Set-Cookie": setCookie(context.config, "session", sessionToken) } });
});

export default function DutyRoute() {
  return <DutyPage {...useLoaderData<typeof loader>()} />;
}
