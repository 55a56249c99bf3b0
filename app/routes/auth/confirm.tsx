import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { assuranceOf, isFresh, isStepUpAction } from "#app/domain/access/assurance.ts";
import { provedSince, safeReturnTo } from "#app/domain/identity/rules.ts";
import { isFile } from "#app/http/confirm-href.ts";
import { errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { signInProblem } from "#app/http/sign-in-problem.ts";
import { isId } from "#app/shared/ids.ts";
import { ConfirmIdentityPage } from "#app/ui/public/confirm-identity-page.tsx";

export const handle: RouteHandle = { title: (t) => t("stepUp.title") };

/** Why an act asks again who it is; when it is said already, the way on. Without `returnTo`: in a tab beside the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const action = query.get("for") ?? "";
  const asked = query.get("returnTo");
  const returnTo = asked ? safeReturnTo(asked) : undefined;
  const session = await context.session();
  if (!session) throw redirect(returnTo ? `/sign-in?${new URLSearchParams({ returnTo })}` : "/sign-in");
  if (!isStepUpAction(action)) throw errorData({ code: "not-found" }, 404);
  const { authenticatedAt, locked } = session;
  const proof = { assuranceLevel: session.actor.assuranceLevel, authenticatedAt };
  // A lock is opened by a proof that is newer than it.
  const outdated = action === "unlock" && locked !== undefined && !provedSince(authenticatedAt, locked.at);
  const fresh = isFresh(proof, action, context.now()) && !outdated;
  if (fresh && returnTo && !isFile(returnTo)) throw redirect(returnTo);
  const { level, minutes } = assuranceOf[action];
  const reason = query.get("reason");
  const reference = query.get("reference") ?? "";
  return {
    action,
    minutes,
    returnTo,
    fresh,
    reachable: (context.digitalIds.find(session.provider)?.highestLevel ?? 0) >= level,
    problem: reason ? signInProblem(reason) : undefined,
    reference: isId(reference) ? reference : undefined,
  };
}

export default function Confirm() {
  return <ConfirmIdentityPage {...useLoaderData<typeof loader>()} />;
}
