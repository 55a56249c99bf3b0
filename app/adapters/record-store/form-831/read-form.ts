import { localDay } from "#app/shared/dates.ts";
import { batchOf, type NameOf, type ReadFile } from "../feed-files/file.ts";
import { FileIssues } from "../feed-files/file-issues.ts";
import { type FilePerson, keyOfPerson, numberOf, patientOf, sexOf } from "../feed-files/person.ts";
import { formContext, type Mapped } from "./context.ts";
import { formsOf } from "./forms-of.ts";
import { mapBirth, mapBloodGroup, mapHabits, mapPregnancies } from "./mapping/answers.ts";
import { mapExaminations, mapSurgery, mapVaccinations } from "./mapping/care.ts";
import { mapAllergies, mapConditions, mapFamily } from "./mapping/history.ts";
import { Part } from "./part.ts";

const TABLE = "F831";

/** The parts of the form as we name them; see docs/sources.md. */
const PARTS = new Set([
  "ngay_lap",
  "hanh_chinh",
  "luc_sinh",
  "nguy_co",
  "di_ung",
  "benh_ban_than",
  "khuyet_tat",
  "phau_thuat",
  "gia_dinh",
  "sinh_san",
  "benh_phu_khoa",
  "van_de_khac",
  "tiem_chung",
  "kham",
]);

/**
 * One person's Form 831 (Decision 831/QĐ-BYT) as a FHIR Bundle. What a box says is taken as declared by the person;
 * what cannot be read is said and left out. Never throws on any input.
 */
export function readForm831(bytes: Uint8Array, nameOf: NameOf, now: Date): ReadFile {
  const issues = new FileIssues(TABLE);
  const bundle = bundleOf(bytes, nameOf, localDay(now), issues);
  const refused = bundle ? 0 : 1;
  return { table: TABLE, ...(bundle ?? { rowOf: [] }), rows: 1, refused, issues: issues.list() };
}

function bundleOf(
  bytes: Uint8Array,
  nameOf: NameOf,
  today: string,
  issues: FileIssues,
): Pick<ReadFile, "bundle" | "rowOf"> | undefined {
  const forms = formsOf(bytes);
  if ("fault" in forms) return refuse(forms.fault);
  const [only, ...others] = forms.list;
  if (others.length > 0) return refuse("several-persons");
  const form = new Part(only, "", issues);
  const who = form.part("hanh_chinh");
  if (who.isEmpty) return refuse("not-form-831");
  for (const name of form.names())
    if (!PARTS.has(name)) issues.add("information", "unknown-part", { field: shown(name) });
  const person = personOf(who, issues);
  const key = keyOfPerson(person);
  if (key === undefined) return refuse("no-person");
  const patient = patientOf(person, key, nameOf);
  const resources = once(mapForm(form, person, { key, patientId: patient.id, nameOf, today }));
  if (resources.length === 0) return refuse("empty-form");
  return { bundle: batchOf([patient, ...resources]), rowOf: [1, ...resources.map(() => 1)] };

  function refuse(code: Parameters<FileIssues["add"]>[1]): undefined {
    issues.add("error", code, { row: 1 });
  }
}

interface About {
  key: string;
  patientId: string;
  nameOf: NameOf;
  today: string;
}

function mapForm(form: Part, { birthDate }: FilePerson, { key, patientId, nameOf, today }: About): Mapped[] {
  const filled = form.date("ngay_lap");
  const context = formContext(nameOf, key, patientId, filled && filled <= today ? filled : undefined);
  return [
    ...mapBloodGroup(form, context),
    ...mapBirth(form, context, birthDate),
    ...mapHabits(form, context),
    ...mapAllergies(form, context),
    ...mapConditions(form, context),
    ...mapSurgery(form, context),
    ...mapFamily(form, context),
    ...mapPregnancies(form, context),
    ...mapVaccinations(form, context),
    ...mapExaminations(form, context),
  ];
}

function personOf(who: Part, issues: FileIssues): FilePerson {
  const [number, sex] = [who.text("so_dinh_danh"), who.text("gioi_tinh")];
  const personalNumber = numberOf(number);
  if (number && !personalNumber) issues.add("warning", "personal-number-form", { field: "hanh_chinh.so_dinh_danh" });
  if (sex && !sexOf(sex)) issues.add("warning", "sex-unread", { field: "hanh_chinh.gioi_tinh" });
  return {
    name: who.text("ho_ten"),
    birthDate: who.date("ngay_sinh"),
    sex: sex ? sexOf(sex) : undefined,
    personalNumber,
    insuranceNumber: who.text("so_the_bhyt"),
    ownNumber: who.text("ma_ho_so"),
    address: who.text("dia_chi"),
    phone: who.text("dien_thoai"),
  };
}

/** The same box ticked twice is one statement. */
const once = (resources: Mapped[]): Mapped[] => [
  ...new Map(resources.map((r) => [`${r.resourceType}/${r.id}`, r])).values(),
];

/** A name of the sender's own is repeated only if it looks like one. */
const shown = (name: string): string => (/^[a-z0-9_]{1,40}$/.test(name) ? name : "?");
