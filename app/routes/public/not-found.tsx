import { errorData } from "#app/http/page.ts";

/** Every address that is not ours: the root loader runs too, so the page keeps its frame and language. */
const notFound = (): never => {
  throw errorData({ code: "not-found" }, 404);
};

export const loader = notFound;
export const action = notFound;

export default function NotFound() {
  return null;
}
