import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { unsealText } from "#app/adapters/keys/sealing.ts";
import { readStored } from "#app/adapters/record-store/fhir-r4/json.ts";
import { sealedFieldOf } from "#app/adapters/record-store/qd3176/source-id.ts";
import { unsealNames } from "#app/domain/persons/demographics.ts";

export interface SealedRows {
  persons: { id: string; demographics: Buffer | null }[];
  identifiers: { personId: string; id: string; kind: string; sealed: Buffer }[];
  values: { personId: string; id: string; sealed: Buffer }[];
}

type Json = Record<string, unknown>;
const TOKEN = /\{\{(name|number|address|phone|reference):([a-z0-9-]+)\}\}/g;
const ONE_TOKEN = /^\{\{[^{}]*\}\}$/;
const SEALED = "urn:so-khoe:sealed";

/**
 * Puts back what was taken out of resources on their way in – names, numbers, addresses – for somebody who
 * may read it. What a delivery's own text said of a contact comes back as its Patient says it.
 */
export class PutBack {
  /** Sealed values as JSON, read anew for each place they are put back to. */
  private readonly values: ReadonlyMap<string, string>;
  private readonly numbers: ReadonlyMap<string, string>;
  private readonly ofKind: ReadonlyMap<string, string>;
  private readonly name: string;
  /** Contacts by facility, as the Patient has them that is put back: Patients come first in an export. */
  private readonly contacts = new Map<string, { address: string | undefined; phone: string | undefined }>();

  private readonly inWords: (kind: string) => string;

  /** `inWords` says in a text what cannot be put back, by its kind: "[số giấy tờ]". */
  constructor(keys: KeyRing, rows: SealedRows, inWords: (kind: string) => string) {
    this.inWords = inWords;
    const open = (table: string, owner: string, row: string, sealed: Buffer) =>
      unsealText(keys, { table, owner, row }, sealed);
    this.name = rows.persons.flatMap((p) => unsealNames(keys, p.id, p.demographics)).at(0) ?? "";
    this.numbers = new Map(rows.identifiers.map((i) => [i.id, open("identifiers", i.personId, i.id, i.sealed)]));
    this.ofKind = new Map(rows.identifiers.map((i) => [i.kind, this.numbers.get(i.id) ?? ""]));
    this.values = new Map(rows.values.map((v) => [v.id, open("sealed_values", v.personId, v.id, v.sealed)]));
  }

  /** The person's number of this kind: the last that holds. */
  numberOf(kind: string): string | undefined {
    return this.ofKind.get(kind);
  }

  private value(id: string): unknown {
    const json = this.values.get(id);
    return json === undefined ? undefined : readStored(json);
  }

  /** A text with its tokens replaced; a whole field of the sender's form too. */
  text(text: string, facilityId: string, field?: string): string {
    const whole = sealedFieldOf(text);
    if (whole && field) return String((this.value(whole) as Json | undefined)?.[field] ?? "");
    const alone = ONE_TOKEN.test(text);
    return text.replace(
      TOKEN,
      (_token, kind: string, ref: string) => this.found(kind, ref, facilityId) || (alone ? "" : this.inWords(kind)),
    );
  }

  /** A resource, or any part of one, in place. */
  resource(value: unknown, facilityId: string): void {
    if (typeof value !== "object" || value === null) return;
    this.putPersonBack(value as Json, facilityId);
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== "string") this.resource(item, facilityId);
      else {
        const whole = key === "data" ? this.inText(item, facilityId) : this.text(item, facilityId);
        // What nobody can put back is left out: FHIR knows no empty text.
        if (whole === "" && item !== "") delete (value as Json)[key];
        else (value as Json)[key] = whole;
      }
    }
  }

  /** A paper in base64, where tokens stand in its text. */
  private inText(data: string, facilityId: string): string {
    const text = Buffer.from(data, "base64").toString("utf8");
    if (!text.includes("{{")) return data;
    return Buffer.from(this.text(text, facilityId)).toString("base64");
  }

  private putPersonBack(person: Json, facilityId: string): void {
    const extensions = Array.isArray(person.extension) ? (person.extension as Json[]) : [];
    const sealed = extensions.find((e) => e.url === SEALED);
    if (!sealed) return;
    const hidden = this.value(String(sealed.valueString)) as Json | undefined;
    const kept = extensions.filter((e) => e !== sealed);
    if (kept.length > 0) person.extension = kept;
    else delete person.extension;
    Object.assign(person, hidden);
    if (person.resourceType === "Patient") this.noteContacts(facilityId, hidden);
  }

  private found(kind: string, ref: string, facilityId: string): string {
    if (kind === "name" && ref === "person") return this.name;
    const own = kind === "number" ? this.numbers.get(ref) : undefined;
    const value = own ?? this.value(ref);
    if (typeof value === "string") return value;
    const contact = this.contacts.get(facilityId);
    return (kind === "address" ? contact?.address : kind === "phone" ? contact?.phone : undefined) ?? "";
  }

  private noteContacts(facilityId: string, value: unknown): void {
    const { address, telecom } = (value ?? {}) as {
      address?: { text?: string; line?: string[] }[];
      telecom?: { value?: string }[];
    };
    if (!Array.isArray(address) && !Array.isArray(telecom)) return;
    this.contacts.set(facilityId, {
      address: address?.[0]?.text ?? address?.[0]?.line?.join(", "),
      phone: telecom?.[0]?.value,
    });
  }
}
