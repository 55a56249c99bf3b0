import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAbout } from "#app/domain/health-book/about/read-about.ts";
import type { AboutView } from "#app/domain/health-book/about/view.ts";
import { checkCard } from "#app/domain/health-book/insurance/check-card.ts";
import { checkInput } from "#app/domain/health-book/insurance/input.ts";
import { citizenPage, errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { AboutPage, newsOf } from "#app/ui/health-book/about/about-page.tsx";

export const handle: RouteHandle = { title: (t) => t("about.title") };

export const loader = citizenPage(async ({ ctx, context, url }) => ({
  view: await readAbout(ctx, { mayAsk: context.insurance !== undefined }),
  news: newsOf(url.searchParams.get("news")),
}));

/** Asks the insurer about a card; pressed twice, it is asked once. */
export const action = citizenPage(async ({ ctx, context, form }): Promise<never> => {
  const input = checkInput.safeParse(await form());
  if (!input.success) throw errorData({ code: "not-found" }, 404);
  const outcome = await checkCard(ctx, context.insurance, input.data.card);
  throw redirect(`/book/about?news=${outcome}#card`);
});

export default function About() {
  const { view, news } = useLoaderData<typeof loader>();
  return <AboutPage view={view as AboutView} news={news} />;
}
