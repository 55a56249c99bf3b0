import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { sessionWatch } from "#app/http/session-watch.ts";

/** A link to here: there is nothing to see. */
export const loader = () => redirect("/");

/** Somebody is still there: asking is using. Says when the session ends now, or that it is over. */
export async function action({ context }: ActionFunctionArgs) {
  const session = await context.session();
  const headers = { "Cache-Control": "no-store" };
  if (!session) return Response.json({ code: "signed-out" }, { status: 401, headers });
  const { idle, limit, key } = sessionWatch(session, context.now());
  return Response.json({ idle, limit, key }, { headers });
}
