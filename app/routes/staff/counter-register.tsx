import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { counterInput } from "#app/domain/identity/input.ts";
import { listCounters } from "#app/domain/identity/list-counters.ts";
import { registerCounter } from "#app/domain/identity/register-counter.ts";
import { revokeCounter } from "#app/domain/identity/revoke-counter.ts";
import { setCookie } from "#app/http/cookies.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { rosterPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CounterRegisterPage } from "#app/ui/counter/counter-register-page.tsx";

export const handle: RouteHandle = { title: (t) => t("counter.register") };

/** As long as browsers keep a cookie. */
const LONG = 400 * 86_400;

export const loader = rosterPage(async ({ ctx, session }) => ({
  duty: session.duty,
  duties: session.roles,
  here: session.atCounter,
  counters: await listCounters(ctx),
}));

export const action = rosterPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const values = await form();
  if (values.intent === "revoke") {
    await revokeCounter(ctx, values.counterId ?? "");
    throw redirect("/counter/register");
  }
  const input = counterInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  const sessionToken = context.sessionToken ?? "";
  const { counterToken } = await registerCounter(ctx, { ...input.data, sessionToken });
  throw redirect("/counter/register", {
    headers: { "Set-Cookie": setCookie(context.config, "counter", counterToken, LONG) },
  });
});

export default function CounterRegister() {
  const sent = useActionData<typeof action>();
  return (
    <CounterRegisterPage {...useLoaderData<typeof loader>()} form={{ errors: sent?.errors, values: sent?.values }} />
  );
}
