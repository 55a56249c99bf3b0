import { type StaffRole, staffRoles } from "#app/domain/access/actor.ts";

export { type StaffRole, staffRoles };

/** Roles of the department as a whole; the others are held at a facility. */
export const isOfDepartment = (role: StaffRole): boolean => role === "operator" || role === "privacy-officer";

/** Professions that the law gives a licence for (Law on Medical Examination and Treatment, Law on Pharmacy). */
export const needsLicence = (role: StaffRole): boolean => role === "clinician" || role === "pharmacist";

/**
 * A licence's number as certificates print it ("001234/HNO-GPHN", "0123/CCHN-D-SYT-BN"). No register says one form for
 * all years and issuers, so only what cannot be one is refused: no digit, other signs.
 */
export const isLicenceNumber = (text: string): boolean => /^(?=.*\d)[\p{L}\d][\p{L}\d/.\- ]{2,39}$/u.test(text);

export type StaffState = "in-force" | "expiring" | "expired" | "coming" | "ended";

/** How long before its end a line is said to be expiring: time to renew a licence. */
export const EXPIRING_DAYS = 30;

/** How a line of the roster stands at a moment. */
export function stateOf(line: { validFrom: Date; validTo: Date | null; endedAt: Date | null }, now: Date): StaffState {
  if (line.endedAt) return "ended";
  if (line.validTo && line.validTo <= now) return "expired";
  if (line.validFrom > now) return "coming";
  const soon = new Date(now.getTime() + EXPIRING_DAYS * 86_400_000);
  return line.validTo && line.validTo <= soon ? "expiring" : "in-force";
}
