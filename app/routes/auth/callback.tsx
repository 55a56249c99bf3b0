import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { completeSignIn } from "#app/domain/identity/complete-sign-in.ts";
import { setCookie } from "#app/http/cookies.ts";
import { toSignInProblem } from "#app/http/sign-in-problem.ts";
import { knownError } from "#app/shared/errors.ts";

/** Where the provider sends the browser back to. Nothing is shown here: on to the book, or to what went wrong. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  const callback = new URL(pathname + search, context.config.publicOrigin);
  const forget = setCookie(context.config, "signin", "", 0);
  try {
    const done = await completeSignIn(context, {
      callback,
      browserToken: context.signInToken,
      earlierSession: context.sessionToken,
    });
    if ("helpToken" in done)
      return redirect("/sign-in/help", {
        headers: [
          ["Set-Cookie", setCookie(context.config, "help", done.helpToken)],
          ["Set-Cookie", setCookie(context.config, "session", "", 0)],
          ["Set-Cookie", forget],
        ],
      });
    const to = done.noticeDue ? `/privacy/notice?${new URLSearchParams({ returnTo: done.returnTo })}` : done.returnTo;
    return redirect(to, {
      headers: [
        ["Set-Cookie", setCookie(context.config, "session", done.sessionToken)],
        ["Set-Cookie", setCookie(context.config, "help", "", 0)],
        ["Set-Cookie", forget],
      ],
    });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    context.logger.warn({ requestId: context.requestId, code: known.code }, "sign-in refused");
    return redirect(toSignInProblem(known.code, context.requestId));
  }
}

export default function Callback() {
  return null;
}
