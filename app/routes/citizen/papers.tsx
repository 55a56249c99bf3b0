import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkCard } from "#app/domain/health-book/insurance/check-card.ts";
import { checkInput } from "#app/domain/health-book/insurance/input.ts";
import { readPapers } from "#app/domain/health-book/papers/read-papers.ts";
import type { PapersView } from "#app/domain/health-book/papers/view.ts";
import { noteDemand } from "#app/domain/paper-demands/note-demand.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { newsOf } from "#app/ui/health-book/about/about-page.tsx";
import { PapersPage } from "#app/ui/health-book/papers/papers-page.tsx";

export const handle: RouteHandle = { title: (t) => t("papers.title") };

export const loader = citizenPage(async ({ ctx, context, url }) => {
  const said = url.searchParams.get("news");
  return {
    view: await readPapers(ctx, { mayAsk: context.insurance !== undefined }),
    news: said === "told" ? ("told" as const) : newsOf(said),
  };
});

/** Asks the insurer about a card, or counts that a place still asks for paper; sent twice, either happens once. */
export const action = citizenPage(async ({ ctx, context, form }): Promise<SentForm> => {
  const values = await form();
  if (values.intent === "check") {
    const input = checkInput.safeParse(values);
    if (!input.success) throw errorData({ code: "not-found" }, 404);
    throw redirect(`/book/papers?news=${await checkCard(ctx, context.insurance, input.data.card)}`);
  }
  if (values.intent !== "demand") throw errorData({ code: "unknown-intent" }, 400);
  if (await noteDemand(ctx, values.facility ?? "")) throw redirect("/book/papers?news=told");
  return invalidForm(context.language, values, { facility: ["required"] });
});

export default function Papers() {
  const { view, news } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <PapersPage view={view as PapersView} news={news} errors={sent?.errors} values={sent?.values} />;
}
