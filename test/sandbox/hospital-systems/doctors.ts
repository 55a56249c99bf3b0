import type { SandboxFacility } from "../province/facilities.ts";
import { staff } from "../province/fhir/chart.ts";
import type { FhirResource } from "../province/fhir/types.ts";
import { doctors } from "../province/stories/staff.ts";

const known: Readonly<Record<string, FhirResource>> = {
  "general-hospital": doctors.general,
  "children-hospital": doctors.paediatrician,
  "psychiatric-hospital": doctors.psychiatrist,
  "regional-centre": doctors.orthopaedist,
  "commune-station": doctors.stationDoctor,
  clinic: doctors.clinicDoctor,
};

/** Who sees people at a facility; the stories' own staff, because the portal knows them already. */
export const doctorOf = (facility: SandboxFacility): FhirResource =>
  known[facility.key] ?? staff(facility, "900", "BS.", "Vũ Đình Quý");
