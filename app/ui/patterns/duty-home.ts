import type { StaffRole } from "#app/domain/identity/view.ts";

/** Where each duty begins. */
export const dutyHome = (role: StaffRole): string =>
  role === "operator" ? "/operator" : role === "clerk" || role === "clinician" ? "/clinic/corrections" : "/duty";
