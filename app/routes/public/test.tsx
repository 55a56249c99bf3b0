import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { testById } from "#app/domain/health-book/glossary/find-test.ts";
import type { KnownTest } from "#app/domain/health-book/glossary/known-test.ts";
import { errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { TestPage } from "#app/ui/tests/test-page.tsx";

export const handle: RouteHandle = { title: (t) => t("tests.title") };

export function loader({ params }: LoaderFunctionArgs) {
  const test = testById(params.id ?? "");
  if (!test) throw errorData({ code: "not-found" }, 404);
  return { test };
}

export default function Test() {
  return <TestPage test={useLoaderData<typeof loader>().test as KnownTest} />;
}
