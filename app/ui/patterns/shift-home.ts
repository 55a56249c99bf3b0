import type { StaffRole } from "#app/domain/identity/view.ts";
import { dutyHome } from "./duty-home.ts";

/** Where somebody goes on who took a counter over: to what they were writing, to the page asked for, or to their work. */
export function shiftHome({ role, kept }: { role: StaffRole | undefined; kept: boolean }, returnTo: string): string {
  if (kept) return "/counter/kept";
  const path = returnTo.split("?")[0];
  if (path !== "/book" && path !== "/counter") return returnTo;
  return role ? dutyHome(role) : "/book";
}
