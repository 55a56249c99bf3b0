import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chosenOf, explainResults, releaseResults } from "#app/domain/health-book/clinic/explain-results.ts";
import { explainInput } from "#app/domain/health-book/clinic/input.ts";
import { listWaiting } from "#app/domain/health-book/clinic/list-waiting.ts";
import type { WaitingView } from "#app/domain/health-book/clinic/view.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { errorData, staffPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { ResultsPage } from "#app/ui/clinic/results/results-page.tsx";

export const handle: RouteHandle = { title: (t) => t("explain.title") };

const countOf = (url: URL, name: string) => Number(/^\d{1,3}$/.exec(url.searchParams.get(name) ?? "")?.[0] ?? 0);

export const loader = staffPage(async ({ ctx, url }) => ({
  view: await listWaiting(ctx, { explained: url.searchParams.get("list") === "explained" }),
  done: countOf(url, "done"),
  changed: countOf(url, "changed"),
}));

/** Says the same of all that were chosen, or shows what still waits. */
export const action = staffPage(async ({ ctx, context, url, formData }): Promise<SentForm> => {
  const sent = await formData();
  const chosen = chosenOf(sent.getAll("chosen").map(String));
  const values = Object.fromEntries(
    [...sent].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (values.intent === "release") throw back(url, await releaseResults(ctx, chosen));
  if (values.intent !== "explain") throw errorData({ code: "unknown-intent" }, 400);
  const said = explainInput.safeParse(values);
  if (!said.success) return invalidForm(context.language, values, said.error);
  throw back(url, await explainResults(ctx, chosen, said.data));
});

function back(url: URL, { done, changed }: { done: number; changed: number }): Response {
  const list = url.searchParams.get("list") === "explained" ? { list: "explained" } : {};
  return redirect(`/clinic/results?${new URLSearchParams({ ...list, done: String(done), changed: String(changed) })}`);
}

export default function Results() {
  const { view, ...news } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ResultsPage view={view as WaitingView} {...news} errors={sent?.errors} values={sent?.values} />;
}
