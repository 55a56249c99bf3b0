import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPdf {
  pages: string[];
  /** Roles of the structure tree, page after page. */
  roles: string[];
  title: string;
  language: string;
  tagged: boolean;
  /** Titles of its bookmarks. */
  outline: string[];
}

interface Node {
  role?: string;
  children?: Node[];
}

/** A PDF as a reader nobody here wrote finds it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const { info } = (await document.getMetadata()) as unknown as { info: { Title: string; Language: string } };
  const marked = await document.getMarkInfo();
  const read: ReadPdf = {
    pages: [],
    roles: [],
    title: info.Title,
    language: info.Language,
    tagged: marked?.Marked === true,
    outline: ((await document.getOutline()) ?? []).map(({ title }) => title.normalize("NFC")),
  };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    read.pages.push(text.replace(/\s+/g, " ").normalize("NFC"));
    read.roles.push(...rolesIn((await page.getStructTree()) as Node));
  }
  await document.destroy();
  return read;
}

const rolesIn = (node: Node | null): string[] =>
  node ? [...(node.role && node.role !== "Root" ? [node.role] : []), ...(node.children ?? []).flatMap(rolesIn)] : [];
