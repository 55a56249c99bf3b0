import type { IssueList } from "./issue-list.ts";
import { limits } from "./limits.ts";
import { tableOfElement } from "./tables/index.ts";
import { readXml, type XmlElement } from "./xml/read-xml.ts";

/** The `GIAMDINHHS` envelope, or a check-in table sent without one. */
export interface Envelope {
  text: string;
  /** `THONGTINDONVI/MACSKCB`. */
  unit: string;
  /** `NGAYLAP` as sent. */
  preparedOn: string;
  /** `SOLUONGHOSO` as sent. */
  declaredCases: string;
  /** Each case's element: `HOSO`, or what holds the `FILEHOSO` when there is none. */
  cases: readonly XmlElement[];
  /** Whether `CHUKYDONVI` holds a signature of the unit; nothing where the element is not there. It is not checked. */
  signature?: "sent" | "none" | undefined;
  /** The root, when it is a check-in table itself. */
  checkIn: XmlElement | undefined;
}

/** Reads what stands around the tables. Element names in any case, in any order, wrappers missing or added. */
export function readEnvelope(text: string, issues: IssueList): Envelope {
  const root = issues.reading({}, () => readXml(text));
  const frame = { text, unit: "", preparedOn: "", declaredCases: "", cases: [] };
  if (tableOfElement(root.key) === "XML0") return { ...frame, checkIn: root };
  if (root.key !== "GIAMDINHHS") issues.refuse("not-an-envelope");
  const found = new Map<string, string>();
  const cases: XmlElement[] = [];
  lookAround(root, found, cases);
  if (cases.length === 0) issues.refuse("no-case");
  if (cases.length > limits.cases) issues.refuse("too-many-cases");
  const value = (name: string) => found.get(name) ?? "";
  return {
    text,
    unit: value("MACSKCB"),
    preparedOn: value("NGAYLAP"),
    declaredCases: value("SOLUONGHOSO"),
    cases,
    signature: found.get("CHUKYDONVI") as Envelope["signature"],
    checkIn: undefined,
  };
}

const HEAD = new Set(["MACSKCB", "NGAYLAP", "SOLUONGHOSO"]);

/** Cases are looked for outside the signature and not within another case. */
function lookAround(element: XmlElement, found: Map<string, string>, cases: XmlElement[]): void {
  if (element.children.some((child) => child.key === "FILEHOSO")) cases.push(element);
  for (const child of element.children) {
    if (child.key === "FILEHOSO") continue;
    if (child.key === "HOSO") cases.push(child);
    else if (HEAD.has(child.key) && !found.has(child.key)) found.set(child.key, child.text.trim());
    else if (child.key === "CHUKYDONVI") found.set(child.key, isFilled(child) ? "sent" : "none");
    else lookAround(child, found, cases);
  }
}

const isFilled = ({ text, children }: XmlElement): boolean => text.trim() !== "" || children.some(isFilled);

/** Is what surrounds several cases small enough to be given to each? */
export function frameFits({ text, cases }: Envelope): boolean {
  const inside = cases.reduce((sum, { start, end }) => sum + end - start, 0);
  return cases.length < 2 || text.length - inside <= limits.frameBytes;
}
