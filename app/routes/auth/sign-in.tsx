import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { startSignIn } from "#app/domain/identity/start-sign-in.ts";
import { setCookie } from "#app/http/cookies.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { signInProblem, toSignInProblem } from "#app/http/sign-in-problem.ts";
import { knownError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { dutyHome } from "#app/ui/patterns/duty-home.ts";
import { SignInPage } from "#app/ui/public/sign-in-page.tsx";
import { SignInProblemPage } from "#app/ui/public/sign-in-problem-page.tsx";

const TEN_MINUTES = 600;

export const handle: RouteHandle = { title: (t) => t("signIn.title") };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get("returnTo");
  const returnTo = asked ? safeReturnTo(asked) : undefined;
  const session = await context.session();
  if (session) throw redirect(returnTo ?? (session.duty ? dutyHome(session.duty.role) : "/book"));
  const reason = query.get("reason");
  const reference = query.get("reference") ?? "";
  return {
    returnTo,
    problem: reason ? signInProblem(reason) : undefined,
    reference: isId(reference) ? reference : undefined,
  };
}

/** Starts the sign-in and sends the browser to the provider; the answer comes to /sign-in/callback. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  try {
    const started = await startSignIn(context, {
      provider: text("provider"),
      returnTo: text("returnTo"),
      language: context.language,
      browserToken: context.signInToken,
    });
    return redirect(started.url, {
      headers: { "Set-Cookie": setCookie(context.config, "signin", started.browserToken, TEN_MINUTES) },
    });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    context.logger.info({ requestId: context.requestId, code: known.code }, "sign-in not started");
    return redirect(toSignInProblem(known.code, context.requestId));
  }
}

export default function SignIn() {
  const { returnTo, problem, reference } = useLoaderData<typeof loader>();
  if (problem) return <SignInProblemPage reason={problem} returnTo={returnTo} reference={reference} />;
  return <SignInPage returnTo={returnTo} />;
}
