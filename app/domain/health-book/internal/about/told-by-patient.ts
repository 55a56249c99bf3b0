import { nameText, readPatient } from "#app/adapters/record-store/fhir-r4/read-patient.ts";
import type { Patient } from "#app/adapters/record-store/fhir-r4/resources/people.ts";
import { isPlaceholder } from "#app/shared/identifiers.ts";
import type { Told } from "../../about/rules.ts";
import type { AboutField, AboutSource } from "../../about/view.ts";

interface Words {
  text?: string;
  coding?: { display?: string }[];
}
interface Extension {
  url?: string;
  valueString?: string;
  valueCodeableConcept?: Words;
  valueCoding?: { display?: string };
  extension?: Extension[];
}
interface Contact {
  relationship?: Words[];
  name?: { text?: string; family?: string; given?: string[] };
  telecom?: { value?: string }[];
}

/** VN Core and FHIR's own extensions for it, by the last part of their address. */
const EXTENSIONS: readonly (readonly [ends: RegExp, field: AboutField])[] = [
  [/ethnic/i, "ethnicity"],
  [/nationality/i, "nationality"],
  [/occupation/i, "occupation"],
];

/** Everything a facility's Patient says of who somebody is, its sealed parts put back. */
export function toldByPatient(patient: Patient, source: AboutSource): Told[] {
  const { names, birth, sex, identifiers } = readPatient(patient);
  const [name] = names;
  const told = (field: AboutField, text: string | undefined): Told[] =>
    text?.trim() ? [{ field, text: text.trim(), source }] : [];
  return [
    ...told("name", name),
    ...(birth ? [{ field: "birth" as const, text: patient.birthDate ?? "", birth, source }] : []),
    ...(sex === "unknown" ? [] : told("sex", sex)),
    ...identifiers.flatMap(({ kind, value }) => {
      if (isPlaceholder(value)) return [];
      if (kind === "personal_number") return told("personal-number", value);
      return kind === "old_id_card" || kind === "passport" ? told("other-number", value) : [];
    }),
    ...(patient.telecom ?? []).flatMap(({ system, value }) =>
      system === "phone" || system === "email" ? told(system, value) : [],
    ),
    ...(patient.address ?? []).flatMap((address) => told("address", addressText(address))),
    ...((patient.contact ?? []) as Contact[]).flatMap((contact) => told("contact", contactText(contact))),
    ...((patient.extension ?? []) as Extension[]).flatMap((extension) => {
      const field = EXTENSIONS.find(([ends]) => ends.test(extension.url?.split("/").at(-1) ?? ""))?.[1];
      return field ? told(field, extensionText(extension)) : [];
    }),
  ];
}

function addressText(address: { text?: string | undefined; line?: (string | null)[] | undefined } & object): string {
  if (address.text) return address.text;
  const { city, district, state } = address as { city?: string; district?: string; state?: string };
  return [...(address.line ?? []), district, city, state].filter(Boolean).join(", ");
}

function contactText({ relationship = [], name, telecom = [] }: Contact): string {
  const who = name && nameText(name as Parameters<typeof nameText>[0]);
  const is = relationship.flatMap((one) => wordsOf(one) ?? []).join(", ");
  return [is, who, telecom[0]?.value].filter(Boolean).join(" · ");
}

function extensionText({
  valueString,
  valueCodeableConcept,
  valueCoding,
  extension = [],
}: Extension): string | undefined {
  return (
    valueString ??
    wordsOf(valueCodeableConcept) ??
    valueCoding?.display ??
    extension.map(extensionText).find((text) => text !== undefined)
  );
}

const wordsOf = (concept: Words | undefined): string | undefined =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display;
