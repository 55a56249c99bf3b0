import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { startUnlock } from "#app/domain/identity/start-unlock.ts";
import { unlock } from "#app/domain/identity/unlock.ts";
import { setCookie } from "#app/http/cookies.ts";
import { unlockProblem } from "#app/http/unlock-problem.ts";
import { knownError } from "#app/shared/errors.ts";
import { shiftHome } from "#app/ui/patterns/shift-home.ts";

export const loader = () => redirect("/counter");

/** First what the passkey is to sign, as JSON for the page's script; then what it signed, as the page's own form. */
export async function action({ request, context }: ActionFunctionArgs) {
  const values = Object.fromEntries(new URLSearchParams(await request.text()));
  const { counterToken, sessionToken } = context;
  const returnTo = values.returnTo ? safeReturnTo(values.returnTo) : "/counter";
  // The page's script says that it is in use, so that it does not lock while somebody writes.
  if (values.intent === "used") return new Response(null, { status: (await context.session())?.atCounter ? 204 : 401 });
  try {
    if (values.intent === "challenge")
      return Response.json(await startUnlock(context, { counterToken, sessionId: values.sessionId ?? "" }));
    // The button itself, pressed where no script runs.
    if (!values.response) return redirect("/counter?problem=no-script");
    const done = await unlock(context, { counterToken, earlierSession: sessionToken, response: values.response });
    const headers = { "Set-Cookie": setCookie(context.config, "session", done.sessionToken) };
    return redirect(shiftHome(done, done.same ? returnTo : "/counter"), { headers });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    context.logger.warn({ requestId: context.requestId, code: known.code }, "counter stayed locked");
    const problem = unlockProblem(known.code);
    if (values.intent === "challenge") return Response.json({ problem }, { status: 409 });
    return redirect(`/counter?${new URLSearchParams({ problem, returnTo })}`);
  }
}
