import type { Registers } from "./facility-registers.ts";

/** DICOM's UID, as FHIR carries it (ImagingStudy.identifier). */
const STUDY_UID = /^urn:oid:([0-9]+(?:\.[0-9]+){2,})$/;
const ACCESSION = /^[A-Za-z0-9._-]{1,32}$/;
/** 9 to 15 digits in a row may be somebody's number; it must not leave with a link. */
const SOMEBODYS = /\d{9,}/;

type Identifiers = NonNullable<Registers["studies"]>[number]["identifiers"];

function studyUid(identifiers: Identifiers): string | undefined {
  const found = identifiers.find((i) => i.system === "urn:dicom:uid")?.value;
  const uid = STUDY_UID.exec(found ?? "")?.[1];
  return uid && uid.length <= 64 ? uid : undefined;
}

function accession(identifiers: Identifiers): string | undefined {
  const isAccession = (type: object | undefined) => JSON.stringify(type ?? {}).includes('"ACSN"');
  const found = identifiers.find((i) => isAccession(i.type))?.value ?? "";
  return ACCESSION.test(found) && !SOMEBODYS.test(found) ? found : undefined;
}

/** Where a facility shows a study; `undefined` without what its template asks for, or for another host than the allowed one. */
export function viewerLink(viewer: { template: string; host: string }, identifiers: Identifiers): string | undefined {
  const values: Record<string, string | undefined> = {
    studyUid: studyUid(identifiers),
    accession: accession(identifiers),
  };
  let complete = true;
  const text = viewer.template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    return encodeURIComponent(value ?? "");
  });
  if (!complete || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === "https:" && url.host === viewer.host && !url.username && !url.password ? url.href : undefined;
}
