import type { Random } from "./random.ts";

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const JUNK: unknown[] = [
  null,
  "",
  " ",
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  { a: 1 },
  "\u0000",
  "\ud800",
  "𝒳".repeat(50),
  "x".repeat(5_000),
  "2026-02-30",
  "0000",
  "9999-99-99T99:99:99Z",
  "Patient/x",
  "urn:uuid:x",
  "#",
  "../../..",
  "__proto__",
  "<script>",
  "1e400",
  "{{number:1}}",
  { resourceType: "Patient" },
  [[[[]]]],
];

/** Bundles that are broken in ways nobody thought of: gives one after the other, the same for the same seed. */
export function mutatedBundles(dice: Random, texts: readonly string[]): () => string | Uint8Array {
  /** A copy: what is put into one body may be changed there. */
  const junk = () => structuredClone(dice.of(JUNK));

  /** Some object or list within the body, and one of its keys. */
  function somewhere(root: Node): { at: Node; key: string } {
    let at = root;
    for (;;) {
      const keys = Object.keys(at);
      const key = dice.of(keys.length > 0 ? keys : ["new"]);
      const next = (at as Record<string, unknown>)[key];
      if (!isNode(next) || dice.below(5) === 0) return { at, key };
      at = next;
    }
  }

  const inBody: ((root: Node) => void)[] = [
    (root) => {
      const { at, key } = somewhere(root);
      (at as Record<string, unknown>)[key] = junk();
    },
    (root) => {
      const { at, key } = somewhere(root);
      delete (at as Record<string, unknown>)[key];
    },
    (root) => {
      const [from, to] = [somewhere(root), somewhere(root)];
      (to.at as Record<string, unknown>)[to.key] = structuredClone((from.at as Record<string, unknown>)[from.key]);
    },
    (root) => {
      const { at, key } = somewhere(root);
      if (Array.isArray(at)) at.push(structuredClone(at[Number(key)]), junk());
      else (at as Record<string, unknown>)[`${key}${dice.below(9)}`] = junk();
    },
  ];

  const inText: ((text: string) => string | Uint8Array)[] = [
    (text) => text.slice(0, dice.below(text.length)),
    (text) =>
      text.slice(0, dice.below(text.length)) +
      dice.of(['"', "}", "]", ",", "\\", "\u0000", "1e999", "//"]) +
      text.slice(dice.below(text.length)),
    (text) => {
      const bytes = Buffer.from(text);
      for (let n = 0; n < 3; n++) bytes[dice.below(bytes.length)] = dice.below(256);
      return bytes;
    },
    (text) =>
      text.replace(/"\d{4}-\d\d-\d\d/g, () => `"${dice.of(["2026-02-30", "0001-01-01", "9999-12-31", "1900-02-29"])}`),
  ];

  const mutated = (): string | Uint8Array => {
    const text = dice.of(texts);
    if (dice.below(4) === 0) return dice.of(inText)(text);
    const body = JSON.parse(text) as Node;
    for (let n = 0; n <= dice.below(4); n++) dice.of(inBody)(body);
    return JSON.stringify(body);
  };
  return mutated;
}
