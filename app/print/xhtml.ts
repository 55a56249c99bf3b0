import type { Block, Run } from "./printable.ts";

const NAMESPACE = "http://www.w3.org/1999/xhtml";

/** Blocks as a FHIR narrative: XHTML with nothing but text and its structure (R4 §2.4). */
export const narrativeOf = (blocks: Block[], language: string): string =>
  `<div xmlns="${NAMESPACE}" lang="${language}" xml:lang="${language}">${blocks.map(blockXhtml).join("")}</div>`;

function blockXhtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${line(block.runs)}</h${block.level}>`;
    case "text":
      return `<p>${line(block.runs)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${item.map(blockXhtml).join("")}</li>`).join("")}</${tag}>`;
    }
    case "facts":
      return `<dl>${block.pairs.map(({ label, value }) => `<dt>${line(label)}</dt><dd>${value.map(blockXhtml).join("")}</dd>`).join("")}</dl>`;
    case "table":
      return `<table><caption>${line(block.caption)}</caption><tbody>${block.rows.map(rowXhtml).join("")}</tbody></table>`;
  }
}

const rowXhtml = (cells: { header: boolean; runs: Run[] }[]): string =>
  `<tr>${cells.map(({ header, runs }) => `<${header ? "th" : "td"}>${line(runs)}</${header ? "th" : "td"}>`).join("")}</tr>`;

const line = (runs: Run[]): string =>
  runs.map(({ text, look }) => (look === "strong" ? `<b>${escaped(text)}</b>` : escaped(text))).join("");

/** What XML cannot hold at all is left out: control characters and lone halves of a pair. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
