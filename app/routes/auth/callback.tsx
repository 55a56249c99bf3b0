import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { completeSignIn } from "#app/domain/identity/complete-sign-in.ts";
import { confirmHref, isFile } from "#app/http/confirm-href.ts";
import { setCookie } from "#app/http/cookies.ts";
import { deviceCookie } from "#app/http/sign-in-cookie.ts";
import { toSignInProblem } from "#app/http/sign-in-problem.ts";
import { type DomainError, knownError } from "#app/shared/errors.ts";
import { shiftHome } from "#app/ui/patterns/shift-home.ts";

/** Where the provider sends the browser back to. Nothing is shown here: on to the book, or to what went wrong. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  const callback = new URL(pathname + search, context.config.publicOrigin);
  try {
    const done = await completeSignIn(context, {
      callback,
      browserToken: context.signInToken,
      earlierSession: context.sessionToken,
      counterToken: context.counterToken,
    });
    // Another tab's answer still needs it.
    const forget = (done.others ? [] : [["Set-Cookie", setCookie(context.config, "signin", "", 0)]]) as [
      string,
      string,
    ][];
    if ("helpToken" in done)
      return redirect("/sign-in/help", {
        headers: [
          ["Set-Cookie", setCookie(context.config, "help", done.helpToken)],
          ["Set-Cookie", setCookie(context.config, "session", "", 0)],
          ...forget,
        ],
      });
    if (done.steppedUp)
      return redirect(isFile(done.returnTo) ? confirmHref(done.steppedUp, done.returnTo) : done.returnTo, {
        headers: { "Set-Cookie": setCookie(context.config, "session", done.sessionToken) },
      });
    const returnTo = done.shift ? shiftHome(done.shift, done.returnTo) : done.returnTo;
    const to = done.noticeDue ? `/privacy/notice?${new URLSearchParams({ returnTo })}` : returnTo;
    return redirect(to, {
      headers: [
        ["Set-Cookie", setCookie(context.config, "session", done.sessionToken)],
        ["Set-Cookie", deviceCookie(context, context.knownDevice)],
        ["Set-Cookie", setCookie(context.config, "help", "", 0)],
        ...forget,
      ],
    });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    context.logger.warn({ requestId: context.requestId, code: known.code }, "sign-in refused");
    return redirect(whereTo(known, context.requestId));
  }
}

/** A step-up that failed leads back to the page that asks for it; its session goes on. */
function whereTo({ code, details }: DomainError, reference: string): string {
  if (!details?.stepUp)
    return toSignInProblem(code, reference, { returnTo: details?.returnTo, provider: details?.provider });
  const returnTo = String(details.returnTo);
  // Begun beside a form: there the way on is the form itself.
  const beside = returnTo.startsWith("/sign-in/confirm");
  return confirmHref(String(details.stepUp), beside ? undefined : returnTo, code, reference);
}

export default function Callback() {
  return null;
}
