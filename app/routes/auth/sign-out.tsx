import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "#app/domain/identity/end-session.ts";
import { setCookie } from "#app/http/cookies.ts";

/** A link to here, or a reload: nothing to do but say where the way out is. */
export const loader = () => redirect("/");

/** Ends our session first; the provider's, if it offers to, after that. */
export async function action({ context }: ActionFunctionArgs) {
  const ended = context.sessionToken ? await endSession(context, context.sessionToken) : { providerUrl: undefined };
  return redirect(ended.providerUrl ?? "/signed-out", {
    headers: {
      "Set-Cookie": setCookie(context.config, "session", "", 0),
      "Clear-Site-Data": '"cache", "storage"',
    },
  });
}
