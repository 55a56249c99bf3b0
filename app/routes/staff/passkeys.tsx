import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isFresh } from "#app/domain/access/assurance.ts";
import { enrolPasskey } from "#app/domain/identity/enrol-passkey.ts";
import { listPasskeys, removePasskey } from "#app/domain/identity/own-passkeys.ts";
import { startEnrolment } from "#app/domain/identity/start-enrolment.ts";
import { confirmHref } from "#app/http/confirm-href.ts";
import { rosterPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { knownError } from "#app/shared/errors.ts";
import { PasskeysPage } from "#app/ui/counter/passkeys-page.tsx";

export const handle: RouteHandle = {
  title: (t) => t("passkeys.title"),
  files: ["/passkey-bytes.js", "/counter-enrol.js"],
};

const HERE = "/counter/passkeys";
const news = ["added", "removed", "refused"] as const;

/** One's own passkeys, and what the browser needs to make another, where the proof of who it is is fresh enough. */
export const loader = rosterPage(async ({ ctx, context, session, url }) => {
  const { relyingParty } = context;
  const { id: sessionId, displayName } = session;
  const fresh = isFresh(ctx.actor, "enrol-passkey", ctx.now());
  return {
    passkeys: await listPasskeys(ctx),
    options: fresh ? JSON.stringify(await startEnrolment(ctx, { sessionId, displayName, relyingParty })) : undefined,
    confirm: confirmHref("enrol-passkey", HERE),
    news: news.find((one) => one === url.searchParams.get("news")),
  };
});

export const action = rosterPage(async ({ ctx, context, session, form }) => {
  const { intent, passkeyId = "", response = "" } = await form();
  if (intent === "remove-passkey") {
    await removePasskey(ctx, passkeyId);
    return redirect(`${HERE}?news=removed`);
  }
  const { relyingParty, visitor } = context;
  try {
    await enrolPasskey(ctx, { sessionId: session.id, response, device: visitor.device, relyingParty });
    return redirect(`${HERE}?news=added`);
  } catch (error) {
    if (knownError(error)?.code !== "passkey-refused") throw error;
    return redirect(`${HERE}?news=refused`);
  }
});

export default function Passkeys() {
  return <PasskeysPage {...useLoaderData<typeof loader>()} />;
}
