/** Why a text is no XML that we read; stays inside the reader, which reports it as an issue. */
export type XmlFault =
  | "encoding"
  | "control-character"
  | "doctype"
  | "instruction"
  | "entity"
  | "not-well-formed"
  | "too-deep"
  | "too-many-elements"
  | "tag-too-long";

export class XmlRefusal extends Error {
  readonly fault: XmlFault;
  /** Line, from 1, where it was noticed; 0 when there is none. */
  readonly line: number;
  constructor(fault: XmlFault, text = "", at = 0) {
    super(fault);
    this.fault = fault;
    this.line = text === "" ? 0 : lineOf(text, at);
  }
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf("\n"); i !== -1 && i < at; i = text.indexOf("\n", i + 1)) line++;
  return line;
}
