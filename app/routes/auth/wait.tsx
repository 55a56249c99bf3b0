import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { startSignIn } from "#app/domain/identity/start-sign-in.ts";
import { signInCookie } from "#app/http/sign-in-cookie.ts";
import { toSignInProblem } from "#app/http/sign-in-problem.ts";
import { knownError } from "#app/shared/errors.ts";

/** Where the waiting page goes by itself: there is room now. For a browser alone that has pressed the button. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const returnTo = query.get("returnTo");
  if (!context.signInToken) throw redirect(returnTo ? `/sign-in?${new URLSearchParams({ returnTo })}` : "/sign-in");
  const { language, signInToken: browserToken } = context;
  const provider = query.get("provider");
  try {
    const started = await startSignIn(context, { provider, returnTo, language, browserToken });
    return redirect(started.url, { headers: { "Set-Cookie": signInCookie(context, started.browserToken) } });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    context.logger.info({ requestId: context.requestId, code: known.code }, "sign-in not started");
    return redirect(toSignInProblem(known.code, context.requestId, { returnTo, provider }));
  }
}
