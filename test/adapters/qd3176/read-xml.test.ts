import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { limits } from "#app/adapters/record-store/qd3176/limits.ts";
import { decodeUtf8 } from "#app/adapters/record-store/qd3176/xml/decode.ts";
import { readXml, type XmlElement } from "#app/adapters/record-store/qd3176/xml/read-xml.ts";
import { XmlRefusal } from "#app/adapters/record-store/qd3176/xml/refusal.ts";

function refusal(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    if (error instanceof XmlRefusal) return error.line > 1 ? `${error.fault} ${error.line}` : error.fault;
    throw error;
  }
  return "read";
}

test("elements, text, CDATA, comments, references, BOM and declaration", () => {
  const text =
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns:xsi="x>y">\n<B>1 &lt; 2 &amp;amp; &#233;&#x1F3E5;</B><!-- </a> --><c><![CDATA[<B>&amp;]]></c><d/></a>\n';
  const root = readXml(text);
  expect(root.children.map(({ key, text }) => [key, text])).toEqual([
    ["B", "1 < 2 &amp; é🏥"],
    ["C", "<B>&amp;"],
    ["D", ""],
  ]);
  expect(root.children.map(({ start, end }) => text.slice(start, end))).toEqual([
    "<B>1 &lt; 2 &amp;amp; &#233;&#x1F3E5;</B>",
    "<c><![CDATA[<B>&amp;]]></c>",
    "<d/>",
  ]);
});

test.each([
  ["", "not-well-formed"],
  ["text", "not-well-formed"],
  ["<a>", "not-well-formed"],
  ["<a>\n<b>\n</a>", "not-well-formed 3"],
  ["<a></a", "not-well-formed"],
  ["<a></a>x", "not-well-formed"],
  ["<a/><b/>", "not-well-formed"],
  ["<a></ab>", "not-well-formed"],
  ["<ab></a>", "not-well-formed"],
  ["<a b=c/>", "not-well-formed"],
  ["<a b='<'/>", "not-well-formed"],
  ["<a b='1'c='2'/>", "not-well-formed"],
  ["<1/>", "not-well-formed"],
  ["< a/>", "not-well-formed"],
  ["<a><!-- -- --></a>", "not-well-formed"],
  ["<a><!-- </a>", "not-well-formed"],
  ["<a><![CDATA[ </a>", "not-well-formed"],
  ["<![CDATA[x]]>", "not-well-formed"],
  ["<a>]]></a>", "not-well-formed"],
  ["<!DOCTYPE a><a/>", "doctype"],
  ["<!doctype a [<!ENTITY b 'c'>]><a/>", "doctype"],
  ["<a><!DocType a></a>", "doctype"],
  ["<!ENTITY b 'c'><a/>", "not-well-formed"],
  ["<a><?php 1 ?></a>", "instruction"],
  ["<?xml-stylesheet href='x'?><a/>", "instruction"],
  ["<a/><?xml version='1.0'?>", "instruction"],
  ["<a>\n&b;</a>", "entity"],
  ["<a>&</a>", "entity"],
  ["<a>&amp</a>", "entity"],
  ["<a>&#xD800;</a>", "entity"],
  ["<a>&#x110000;</a>", "entity"],
  ["<a>&#99999999999;</a>", "entity"],
  ["<a>&toString;</a>", "entity"],
  ["<a>&#0;</a>", "control-character"],
  ["<a>&#x1F;</a>", "control-character"],
  ["<a>\u0001</a>", "control-character"],
  ["<?xml version='1.0' encoding='windows-1258'?><a/>", "encoding"],
  ["<?xml version='1.0' encoding='windows-1258'?><a/>", "encoding"],
])("%j: %s", (text, fault) => expect(refusal(() => readXml(text))).toBe(fault));

test("bytes must be UTF-8", () => {
  expect(refusal(() => decodeUtf8(Buffer.from([0x3c, 0x61, 0xe9, 0x2f, 0x3e])))).toBe("encoding");
  expect(refusal(() => decodeUtf8(Buffer.from("<a/>", "utf16le").fill(0xff, 0, 1)))).toBe("encoding");
  const bytes = Buffer.from("\uFEFF<a>é</a>");
  expect(Buffer.from(decodeUtf8(bytes))).toEqual(bytes);
});

test("nesting, number and length are bounded, whatever the size", () => {
  const deep = (levels: number) => `${"<a>".repeat(levels)}${"</a>".repeat(levels)}`;
  expect(refusal(() => readXml(deep(limits.depth)))).toBe("read");
  expect(refusal(() => readXml(deep(limits.depth + 1)))).toBe("too-deep");
  expect(refusal(() => readXml("<a>".repeat(1_000_000)))).toBe("too-deep");
  expect(refusal(() => readXml(`<a>${"<b/>".repeat(limits.elements)}</a>`))).toBe("too-many-elements");
  expect(refusal(() => readXml(`<a b="${"x".repeat(1_000_000)}"/>`))).toBe("tag-too-long");
  expect(refusal(() => readXml(`<a ${" ".repeat(1_000_000)}/>`))).toBe("tag-too-long");
  expect(refusal(() => readXml(`<a ${'b=">" '.repeat(100_000)}/>`))).toBe("not-well-formed");
  expect(refusal(() => readXml(`<${"a".repeat(1_000_000)}/>`))).toBe("tag-too-long");
});

test("floods of references, comments and CDATA are read once each", () => {
  const many = 100_000;
  expect(readXml(`<a>${"&amp;".repeat(many)}</a>`).text).toBe("&".repeat(many));
  expect(readXml(`<a>${"x<!-- -->".repeat(many)}</a>`).text).toBe("x".repeat(many));
  expect(readXml(`<a>${"<![CDATA[x]]>".repeat(many)}</a>`).text).toBe("x".repeat(many));
  expect(refusal(() => readXml(`<a>${"<!-- ".repeat(many)}</a>`))).toBe("not-well-formed");
  expect(refusal(() => readXml(`<a>${"&".repeat(many)}</a>`))).toBe("entity");
});

interface Tree {
  name: string;
  inner: string | Tree[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: fc
      .stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,6}$/)
      .filter((name) => !/^(__|constructor|prototype)/.test(name)),
    inner: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      fc.stringMatching(/^[a-zàẩđ <&>0-9]{0,8}$/),
      fc.array(tie("tree")),
    ),
  }),
}));
const xmlOf = ({ name, inner }: Tree): string =>
  `<${name}>${typeof inner === "string" ? inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;") : inner.map(xmlOf).join("")}</${name}>`;

const library = new XMLParser({ preserveOrder: true, parseTagValue: false, trimValues: false, ignoreAttributes: true });
type Ordered = Record<string, unknown>;
const plain = ({ name, children, text }: XmlElement): unknown => ({
  [name]: children.length > 0 ? children.map(plain) : text === "" ? [] : [{ "#text": text }],
});

test("reads what an independent parser reads", () => {
  fc.assert(
    fc.property(tree, (root) => {
      const text = xmlOf(root);
      const blank = /^\s+$/;
      const theirs = JSON.stringify(library.parse(text) as Ordered[], (_, value) =>
        Array.isArray(value) ? value.filter((each) => !blank.test(each["#text"] ?? "x")) : value,
      );
      expect(JSON.stringify([plain(readXml(text))])).toBe(theirs);
    }),
  );
});

test("takes nothing an independent validator calls wrong", () => {
  fc.assert(
    fc.property(
      tree,
      fc.nat(),
      fc.constantFrom("<", ">", "/", "&", "'", "</a>", "<a>", "<!--", "]]>", " "),
      (root, at, junk) => {
        const text = xmlOf(root);
        const place = at % (text.length + 1);
        const spoilt = text.slice(0, place) + junk + text.slice(place);
        if (refusal(() => readXml(spoilt)) === "read")
          expect([spoilt, XMLValidator.validate(spoilt)]).toEqual([spoilt, true]);
      },
    ),
  );
});
