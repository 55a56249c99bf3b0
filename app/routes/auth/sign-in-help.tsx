import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endHelp } from "#app/domain/identity/end-help.ts";
import { helpWordInput } from "#app/domain/identity/help-input.ts";
import { leaveWord } from "#app/domain/identity/leave-word.ts";
import { readHelp } from "#app/domain/identity/read-help.ts";
import { setCookie } from "#app/http/cookies.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { knownError } from "#app/shared/errors.ts";
import { SignInHelpPage } from "#app/ui/public/sign-in-help-page.tsx";

export const handle: RouteHandle = { title: (t) => t("signInHelp.title") };

/** What somebody sees whose sign-in waits: their own case, by a cookie that opens nothing else. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const sent = new URL(request.url).searchParams.has("sent");
  return { view: await readHelp(context, context.helpToken), sent };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<SentForm> {
  const form = await request.formData();
  const values = Object.fromEntries([...form].flatMap(([k, v]) => (typeof v === "string" ? [[k, v]] : [])));
  if (values.intent === "sign-out") {
    const ended = context.helpToken ? await endHelp(context, context.helpToken) : { providerUrl: undefined };
    throw redirect(ended.providerUrl ?? "/signed-out", {
      headers: { "Set-Cookie": setCookie(context.config, "help", "", 0), "Clear-Site-Data": '"cache", "storage"' },
    });
  }
  const input = helpWordInput.safeParse(values);
  if (!input.success) return invalidForm(context.language, values, input.error);
  try {
    await leaveWord(context, context.helpToken, input.data);
  } catch (error) {
    // Decided or over meanwhile: the page itself says what is true now.
    if (!knownError(error)) throw error;
    throw redirect("/sign-in/help");
  }
  throw redirect("/sign-in/help?sent");
}

export default function SignInHelp() {
  const { view, sent } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  return <SignInHelpPage view={view} sent={sent} form={{ errors: form?.errors, values: form?.values }} />;
}
