import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchTests } from "#app/domain/health-book/glossary/search-tests.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { TestsPage } from "#app/ui/tests/tests-page.tsx";

export const handle: RouteHandle = { title: (t) => t("tests.title") };

export function loader({ request }: LoaderFunctionArgs) {
  const words = new URL(request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  return { words, groups: searchTests(words) };
}

export default function Tests() {
  return <TestsPage {...useLoaderData<typeof loader>()} />;
}
