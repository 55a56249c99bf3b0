import type { LoaderFunctionArgs } from "@remix-run/node";
import { errorData } from "#app/http/page.ts";

/**
 * Every address that is not ours: the root loader runs too, so the page keeps its frame and language. What failed at an
 * address without a page is thrown here again, and becomes the page that every error is.
 */
const notFound = ({ context }: LoaderFunctionArgs): never => {
  if (context.failed) throw context.failed.error;
  throw errorData({ code: "not-found" }, 404);
};

export const loader = notFound;
export const action = notFound;

export default function NotFound() {
  return null;
}
