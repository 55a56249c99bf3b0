import crypto from "node:crypto";
import { ofVisit, type Visit } from "./case.ts";
import { nameOf } from "./chart.ts";
import { loinc, words } from "./codes.ts";
import { ref } from "./reference.ts";
import type { FhirResource, Moment } from "./types.ts";

interface Paper {
  key: string;
  title: string;
  loinc?: string;
  category?: string;
  description: string;
  /** The paper's text; without the person's name, which the register adds when it prints. */
  lines: string[];
  at?: Moment;
  docStatus?: "final" | "preliminary";
}

/** A paper of the visit, with its text attached. */
export function document(visit: Visit, p: Paper): FhirResource {
  const bytes = Buffer.from(p.lines.join("\n"), "utf8");
  const at = p.at ?? visit.end;
  return ofVisit(
    visit,
    "DocumentReference",
    p.key,
    {
      status: "current",
      docStatus: p.docStatus ?? "final",
      type: loinc(p.loinc, p.title),
      category: [words(p.category ?? "Giấy tờ khám, chữa bệnh")],
      subject: ref(visit.chart.patient),
      date: at,
      author: [ref(visit.doctor, nameOf(visit.doctor))],
      custodian: ref(visit.chart.organization, visit.chart.facility.name),
      description: p.description,
      content: [
        {
          attachment: {
            contentType: "text/plain; charset=utf-8",
            language: "vi",
            title: p.title,
            creation: at,
            data: bytes.toString("base64"),
            size: bytes.length,
            hash: crypto.createHash("sha1").update(bytes).digest("base64"),
          },
        },
      ],
      context: { encounter: [ref(visit.encounter)], period: { start: visit.start, end: visit.end } },
    },
    at,
  );
}
