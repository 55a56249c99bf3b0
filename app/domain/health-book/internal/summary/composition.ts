import { LOINC } from "#app/adapters/record-store/fhir-r4/systems.ts";
import type { SummaryPart, SummaryPartView } from "../../summary-view.ts";
import type { ChosenPart } from "./choose.ts";
import type { Resource } from "./closure.ts";
import { PARTS } from "./parts.ts";

/** The words of a summary, in the reader's language; narratives are XHTML `div` elements, escaped. */
export interface SummaryWords {
  language: string;
  title: string;
  /** Who made the document. */
  author: string;
  /** What every copy says of itself. */
  about: string;
  part: (part: SummaryPart) => string;
  narrative: (view: SummaryPartView) => string;
}

const EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

interface Made {
  id: string;
  date: string;
  patient: string;
  author: string;
  parts: ChosenPart[];
  /** fullUrl of an entry of the book. */
  urlOf: (entryId: string) => string;
  words: SummaryWords;
}

/** The first entry of the document: its sections in order (Composition-uv-ips 2.0.1). */
export function compositionOf({ id, date, patient, author, parts, urlOf, words }: Made): Resource {
  return {
    resourceType: "Composition",
    id,
    meta: { profile: ["http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips"] },
    language: words.language,
    text: { status: "generated", div: words.about },
    status: "final",
    type: { coding: [{ system: LOINC, code: "60591-5", display: "Patient summary Document" }] },
    subject: { reference: patient },
    date,
    author: [{ reference: author }],
    title: words.title,
    section: parts.map(({ view, entries }) => {
      const { code, display } = PARTS[view.part];
      return {
        title: words.part(view.part),
        code: { coding: [{ system: LOINC, code, display }] },
        text: { status: "generated", div: words.narrative(view) },
        ...(entries.length > 0
          ? { entry: entries.map((entryId) => ({ reference: urlOf(entryId) })) }
          : { emptyReason: emptyReason(view) }),
      };
    }),
  };
}

/** Nobody but a facility can say that there is nothing; else it is only not known here. */
function emptyReason({ statements }: SummaryPartView): object {
  const none = statements.some(({ says, scope }) => says === "none-known" && !scope);
  const [code, display] = none ? ["nilknown", "Nil Known"] : ["unavailable", "Unavailable"];
  return { coding: [{ system: EMPTY, code, display }] };
}
