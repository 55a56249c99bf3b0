import { facilities } from "#test/sandbox/province/facilities.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import type { Random } from "#test/support/random.ts";
import { observationOf, patientOf, transaction } from "#test/support/record-store.ts";

export interface LoadMessage {
  facilityKey: string;
  target: "/fhir" | "/feeds/qd3176";
  bytes: Uint8Array;
  person: string;
  /** Of packages: which case, and where this one stands among its packages. */
  case?: { key: string; version: number };
  /** A mark in each fact it brings, to be found again once in the store. */
  marks: string[];
}

/** Every fifth package tells a case anew, up to five times; the days they are made on. */
const ANEW = 0.2;
/** Days that are over: one to come counts as the day of receipt. */
const DAYS = ["20260921", "20260922", "20260923", "20260924", "20260925"];

/** So many deliveries, half packages of about six rows, half small Bundles, in the order they are sent in. */
export function mixedLoad(count: number, persons: number, dice: Random): LoadMessage[] {
  const senders = facilities.filter((f) => f.kind === "hospital" || f.kind === "clinic" || f.kind === "station");
  const cases: { person: number; sender: number; versions: number }[] = [];
  const load = Array.from({ length: count }, (_, n) => {
    const person = dice.below(persons);
    if (n % 2) return bundle(n, person, dice.of(senders));
    const known = dice.next() < ANEW && cases.length > 0 ? dice.of(cases) : undefined;
    const told =
      known && known.versions < DAYS.length ? known : { person, sender: dice.below(senders.length), versions: 0 };
    if (told !== known) cases.push(told);
    return casePackage(n, { ...told, version: told.versions++, key: cases.indexOf(told) }, senders);
  });
  return load
    .map((message) => ({ message, at: dice.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ message }) => message);
}

/** A personal number of a woman born in 1983. */
const numberOf = (person: number) => `001183${String(person).padStart(6, "0")}`;
const marksOf = (message: number, count: number) => Array.from({ length: count }, (_, i) => `mark-${message}x${i}-`);
type Sender = { key: string; code5: string };

function bundle(n: number, person: number, { key }: Sender): LoadMessage {
  const patient = `p-${person}`;
  const marks = marksOf(n, 3);
  const results = marks.map((text, i) => observationOf(`o-${n}-${i}`, patient, { code: { text } }));
  const bytes = Buffer.from(JSON.stringify(transaction(patientOf(patient, numberOf(person)), ...results)));
  return { facilityKey: key, target: "/fhir", bytes, person: numberOf(person), marks };
}

function casePackage(
  n: number,
  told: { key: number; person: number; sender: number; version: number },
  senders: readonly Sender[],
): LoadMessage {
  const { key, code5 } = senders[told.sender] as Sender;
  const marks = marksOf(n, 6);
  const maLk = `LK${told.key}`;
  const tables = plausibleCase({ maLk, maCskcb: code5, medicines: 2, services: 2, results: 1 });
  const [visit, ...rows] = marks;
  const marked = (field: string, at: number) => (row: Readonly<Record<string, string>>, i: number) => ({
    ...row,
    [field]: rows[at + i] ?? "",
  });
  const summary = {
    SO_CCCD: numberOf(told.person),
    MA_BN: `BN${told.person}`,
    MA_THE_BHYT: `GD479${String(told.person).padStart(10, "0")}`,
    LY_DO_VV: visit ?? "",
  };
  const xml = {
    ...tables,
    XML1: (tables.XML1 ?? []).map((row) => ({ ...row, ...summary })),
    XML2: (tables.XML2 ?? []).map(marked("CACH_DUNG", 0)),
    XML3: (tables.XML3 ?? []).map(marked("TEN_DICH_VU", 2)),
    XML4: (tables.XML4 ?? []).map(marked("TEN_CHI_SO", 4)),
  };
  return {
    facilityKey: key,
    target: "/feeds/qd3176",
    bytes: packageXml(xml, { preparedOn: DAYS[told.version] as string }),
    person: numberOf(told.person),
    case: { key: `${code5}/${maLk}`, version: told.version },
    marks,
  };
}

/** Marks that hold when these have been taken: of each case only what its newest package tells. */
export function marksThatHold(taken: readonly LoadMessage[]): string[] {
  const newest = new Map<string, LoadMessage>();
  for (const message of taken) {
    const key = message.case?.key ?? message.marks[0] ?? "";
    if ((message.case?.version ?? 0) >= (newest.get(key)?.case?.version ?? 0)) newest.set(key, message);
  }
  return [...newest.values()].flatMap((m) => m.marks).sort();
}
