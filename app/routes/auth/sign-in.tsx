import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isStepUpAction } from "#app/domain/access/assurance.ts";
import { safeReturnTo } from "#app/domain/identity/rules.ts";
import { type StartedSignIn, startSignIn, type WantedSignIn } from "#app/domain/identity/start-sign-in.ts";
import { startStepUp } from "#app/domain/identity/start-step-up.ts";
import { confirmHref } from "#app/http/confirm-href.ts";
import type { PageContext } from "#app/http/load-context.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { signInCookie } from "#app/http/sign-in-cookie.ts";
import { signInProblem, toSignInProblem } from "#app/http/sign-in-problem.ts";
import { DomainError, knownError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { dutyHome } from "#app/ui/patterns/duty-home.ts";
import { SignInPage } from "#app/ui/public/sign-in-page.tsx";
import { SignInProblemPage } from "#app/ui/public/sign-in-problem-page.tsx";

export const handle: RouteHandle<{ problem?: string | undefined } | undefined> = {
  title: (t, data) => t(data?.problem ? "problem.title" : "signIn.title"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const asked = query.get("returnTo");
  const returnTo = asked ? safeReturnTo(asked) : undefined;
  const session = await context.session();
  if (session) throw redirect(returnTo ?? (session.duty ? dutyHome(session.duty.role) : "/book"));
  const reason = query.get("reason");
  const reference = query.get("reference") ?? "";
  const choices = context.digitalIds.all.map(({ id, label }) => ({ id, label }));
  return {
    returnTo,
    choices,
    tried: choices.find(({ id }) => id === query.get("provider")),
    ended: reason === "ended",
    problem: reason && reason !== "ended" ? signInProblem(reason) : undefined,
    reference: isId(reference) ? reference : undefined,
  };
}

/** Starts the sign-in and sends the browser to the provider; the answer comes to its address below /sign-in/callback. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const stepUp = text("stepUp");
  const provider = text("provider");
  const wanted = {
    returnTo: text("returnTo"),
    language: context.language,
    browserToken: context.signInToken,
    atCounter: context.counterToken !== undefined,
  };
  try {
    const started = stepUp
      ? await steppedUp(context, wanted, stepUp)
      : await startSignIn(context, { ...wanted, provider });
    return redirect(started.url, {
      headers: { "Set-Cookie": signInCookie(context, started.browserToken) },
    });
  } catch (error) {
    const known = knownError(error);
    if (!known) throw error;
    const { code, details } = known;
    const todo = details?.todo === undefined ? {} : { todo: details.todo };
    context.logger.info({ requestId: context.requestId, code, ...todo }, "sign-in not started");
    if (stepUp) return redirect(confirmHref(stepUp, wanted.returnTo ?? undefined, known.code, context.requestId));
    return redirect(toSignInProblem(known.code, context.requestId, { returnTo: wanted.returnTo, provider }));
  }
}

/** Proves again who it is that is signed in; a session that ended meanwhile begins anew. */
async function steppedUp(context: PageContext, wanted: WantedSignIn, action: string): Promise<StartedSignIn> {
  if (!isStepUpAction(action)) throw new DomainError("invalid", "step-up-unknown", "There is no such act.");
  const session = await context.session();
  if (!session) return startSignIn(context, { ...wanted, provider: null });
  return startStepUp(context, session, { ...wanted, action });
}

export default function SignIn() {
  const { returnTo, choices, tried, ended, problem, reference } = useLoaderData<typeof loader>();
  if (!problem) return <SignInPage returnTo={returnTo} choices={choices} ended={ended} />;
  const others = choices.length > 1;
  return <SignInProblemPage reason={problem} returnTo={returnTo} tried={tried} others={others} reference={reference} />;
}
