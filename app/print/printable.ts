import { XMLParser } from "fast-xml-parser";
import { decodeMarkup } from "./decode-markup.ts";

/** A piece of a line. */
export interface Run {
  text: string;
  look: "plain" | "strong" | "soft";
}

/** What of a page belongs on paper, in reading order. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; runs: Run[] }
  | { kind: "text"; runs: Run[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "facts"; pairs: { label: Run[]; value: Block[] }[] }
  | { kind: "table"; caption: Run[]; rows: { header: boolean; runs: Run[] }[][] };

/** As `fast-xml-parser` gives it in order: one key is the tag, ":@" its attributes, "#text" a text. */
interface Node {
  "#text"?: string;
  ":@"?: Record<string, string>;
  [tag: string]: Node[] | string | Record<string, string> | undefined;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

const SKIPPED = new Set(["svg", "form", "button", "nav", "script", "style", "input", "select", "hr", "img"]);
/** What the printed page leaves out too (ui/styles/print.css), and what is said to screen readers alone. */
const NOT_PRINTED = /(?:^|\s)(?:no-print|back|more|pager|chips|doors|sr-only|skip|hidden-notes)(?:\s|$)/;
const SOFT = /(?:^|\s)(?:soft|src|small|eyebrow|item-kind|count)(?:\s|$)/;
const STRONG = /(?:^|\s)(?:item-t|val|kind|tag)(?:\s|$)/;
const BLOCKS = new Set(
  "h1 h2 h3 h4 p ul ol dl table div section article aside details blockquote li header".split(" "),
);

/** The markup of our own components, as what is on paper: no links, forms, icons. */
export function printable(markup: string): Block[] {
  return blocksOf(parser.parse(`<div>${markup}</div>`) as Node[], { look: "plain" });
}

type Style = Omit<Run, "text">;

const tagOf = (node: Node): string => Object.keys(node).find((key) => key !== ":@") ?? "#text";
const childrenOf = (node: Node): Node[] => (node[tagOf(node)] ?? []) as Node[];
const classOf = (node: Node): string => node[":@"]?.class ?? "";

const isPrinted = (node: Node): boolean => !SKIPPED.has(tagOf(node)) && !NOT_PRINTED.test(classOf(node));

function styleOf(node: Node, style: Style): Style {
  const tag = tagOf(node);
  const name = classOf(node);
  const strong = tag === "b" || tag === "strong" || tag === "dt" || STRONG.test(name);
  return { look: strong ? "strong" : SOFT.test(name) ? "soft" : style.look };
}

function blocksOf(nodes: Node[], style: Style): Block[] {
  const blocks: Block[] = [];
  let line: Run[] = [];
  const endLine = () => {
    const runs = tidy(line);
    if (runs.length > 0) blocks.push({ kind: "text", runs });
    line = [];
  };
  for (const node of nodes.filter(isPrinted)) {
    if (!holdsBlocks(node)) line.push(...runsOf([node], style));
    else {
      endLine();
      blocks.push(...blockOf(node, style));
    }
  }
  endLine();
  return blocks;
}

const holdsBlocks = (node: Node): boolean =>
  BLOCKS.has(tagOf(node)) || (tagOf(node) !== "#text" && childrenOf(node).some(holdsBlocks));

function blockOf(node: Node, outer: Style): Block[] {
  const style = styleOf(node, outer);
  const children = childrenOf(node);
  switch (tagOf(node)) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return headingOf(node, style);
    case "ul":
    case "ol": {
      const items = children
        .filter((c) => tagOf(c) === "li" && isPrinted(c))
        .map((c) => blocksOf(childrenOf(c), styleOf(c, style)));
      const filled = items.filter((item) => item.length > 0);
      return filled.length > 0 ? [{ kind: "list", ordered: tagOf(node) === "ol", items: filled }] : [];
    }
    case "dl":
      return [{ kind: "facts", pairs: pairsOf(children, style) }];
    case "table":
      return [tableOf(children, style)];
    default:
      return blocksOf(children, style);
  }
}

/** Small words above a title are a line of their own on paper. */
function headingOf(node: Node, style: Style): Block[] {
  const level = Math.min(3, Number(tagOf(node).slice(1))) as 1 | 2 | 3;
  const isEyebrow = (child: Node) => classOf(child).split(" ").includes("eyebrow");
  const above = tidy(runsOf(childrenOf(node).filter(isEyebrow), style));
  const runs = tidy(
    runsOf(
      childrenOf(node).filter((c) => !isEyebrow(c)),
      style,
    ),
  );
  return [
    ...(above.length > 0 ? [{ kind: "text" as const, runs: above }] : []),
    ...(runs.length > 0 ? [{ kind: "heading" as const, level, runs }] : []),
  ];
}

function pairsOf(nodes: Node[], style: Style): { label: Run[]; value: Block[] }[] {
  return nodes.flatMap((node) => {
    if (tagOf(node) === "div") return pairsOf(childrenOf(node), style);
    if (tagOf(node) !== "dt") return [];
    const values = nodes.slice(nodes.indexOf(node) + 1).filter((n) => tagOf(n) === "dd");
    return [{ label: tidy(runsOf([node], style)), value: values.flatMap((v) => blocksOf(childrenOf(v), style)) }];
  });
}

function tableOf(nodes: Node[], style: Style): Block {
  const rowsIn = (node: Node): Node[] =>
    tagOf(node) === "tr" ? [node] : BODY.has(tagOf(node)) ? childrenOf(node).flatMap(rowsIn) : [];
  const caption = nodes.filter((n) => tagOf(n) === "caption").flatMap((n) => runsOf(childrenOf(n), style));
  const rows = nodes.flatMap(rowsIn).map((row) =>
    childrenOf(row)
      .filter((cell) => tagOf(cell) === "th" || tagOf(cell) === "td")
      .map((cell) => ({ header: tagOf(cell) === "th", runs: tidy(runsOf(childrenOf(cell), style)) })),
  );
  return { kind: "table", caption: tidy(caption), rows };
}

const BODY = new Set(["thead", "tbody", "tfoot"]);

function runsOf(nodes: Node[], style: Style): Run[] {
  return nodes.filter(isPrinted).flatMap((node) => {
    const tag = tagOf(node);
    if (tag === "#text") return [{ ...style, text: decodeMarkup(node["#text"] ?? "") }];
    if (tag === "br") return [{ ...style, text: "\n" }];
    const runs = runsOf(childrenOf(node), styleOf(node, style));
    // A name and its value stand apart on screen, at the two ends of a row.
    if (/(?:^|\s)(?:item-t|tag)(?:\s|$)/.test(classOf(node))) return [...runs, { ...style, text: " " }];
    if (/(?:^|\s)val(?:\s|$)/.test(classOf(node))) return [{ ...style, text: " " }, ...runs];
    // Paragraphs that stand where only a line fits are told one after the other.
    return BLOCKS.has(tag) ? [...runs, { ...style, text: " " }] : runs;
  });
}

/** Spaces as a browser shows them, runs of one look together. */
function tidy(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.look === run.look) last.text += run.text;
    else joined.push({ ...run });
  }
  let before = " ";
  for (const run of joined) {
    run.text = run.text.replace(/[ \t\r\n]+/g, " ");
    if (before.endsWith(" ")) run.text = run.text.trimStart();
    before = run.text || before;
  }
  const last = joined.at(-1);
  if (last) last.text = last.text.trimEnd();
  return joined.filter(({ text }) => text !== "");
}
