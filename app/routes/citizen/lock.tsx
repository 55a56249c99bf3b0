import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { assuranceOf, isFresh } from "#app/domain/access/assurance.ts";
import { lockAccess } from "#app/domain/identity/lock-access.ts";
import { provedSince } from "#app/domain/identity/rules.ts";
import { unlockAccess } from "#app/domain/identity/unlock-access.ts";
import { setCookie } from "#app/http/cookies.ts";
import { sessionPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { LockPage } from "#app/ui/privacy/lock-page.tsx";
import { UnlockPage } from "#app/ui/privacy/unlock-page.tsx";

export const handle: RouteHandle<{ locked: unknown } | undefined> = {
  title: (t, data) => t(data?.locked ? "lock.locked" : "lock.title"),
};

/** What locking does; once it is done, the one page that is left. */
export const loader = sessionPage(
  async ({ ctx, context, session }) => {
    const { locked, authenticatedAt } = session;
    if (!locked) return { locked: undefined };
    const reachable = (context.digitalIds.find(session.provider)?.highestLevel ?? 0) >= assuranceOf.unlock.level;
    const proof = { assuranceLevel: ctx.actor.assuranceLevel, authenticatedAt };
    const proved = isFresh(proof, "unlock", ctx.now()) && provedSince(authenticatedAt, locked.at);
    return { locked: { at: locked.at.toISOString(), by: locked.by, reachable, proved } };
  },
  { whileLocked: true },
);

export const action = sessionPage(
  async ({ ctx, context, session, form }) => {
    const { intent } = await form();
    const own = { ...ctx, visitor: context.visitor };
    if (intent === "unlock") {
      await unlockAccess(own, session);
      return redirect("/privacy/sessions");
    }
    await lockAccess(own, { provider: session.provider });
    return redirect("/signed-out?why=locked", {
      headers: {
        "Set-Cookie": setCookie(context.config, "session", "", 0),
        "Clear-Site-Data": '"cache", "storage"',
      },
    });
  },
  { whileLocked: true },
);

export default function Lock() {
  const { locked } = useLoaderData<typeof loader>();
  return locked ? <UnlockPage locked={locked} /> : <LockPage />;
}
