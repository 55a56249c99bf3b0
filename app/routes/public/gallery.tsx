import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { errorData } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { themesOf } from "#app/ui/gallery/contrast.ts";
import { GalleryPage } from "#app/ui/gallery/gallery-page.tsx";
import css from "#app/ui/styles/tokens.css?raw";

export const handle: RouteHandle = { title: (t) => t("gallery.title") };

/** In a sandbox alone: to anybody else there is no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.config.sandbox) throw errorData({ code: "not-found" }, 404);
  return { themes: themesOf(css) };
}

export default function Gallery() {
  return <GalleryPage {...useLoaderData<typeof loader>()} />;
}
