import { foldName } from "#app/shared/names.ts";
import type { Specimen } from "./known-test.ts";

/** A test's name taken apart: folded whole, without what says how or of what it is measured, and what its brackets add. */
export interface TestName {
  whole: string;
  /** The same without "Định lượng" and the like before it. */
  stripped: string;
  core: string;
  /** Contents of brackets that name neither a specimen nor a way of measuring. */
  inside: string[];
  specimen: Specimen | undefined;
}

const SPECIMENS: ReadonlyMap<string, Specimen> = new Map([
  ...(
    [
      "mau",
      "trong mau",
      "huyet thanh",
      "huyet tuong",
      "mau toan phan",
      "mau tinh mach",
      "mau dong mach",
      "blood",
    ] as const
  ).map((word) => [word, "blood"] as const),
  ...(["serum", "plasma", "serum plasma", "serum or plasma", "mau ngoai vi"] as const).map(
    (w) => [w, "blood"] as const,
  ),
  ...(["nieu", "nuoc tieu", "trong nuoc tieu", "urine", "trong nieu"] as const).map((w) => [w, "urine"] as const),
  ...(["phan", "trong phan", "stool"] as const).map((word) => [word, "stool"] as const),
  ...(["dich", "dich choc do", "dich nao tuy", "csf", "dich mang phoi", "dich mang bung", "dich khop"] as const).map(
    (word) => [word, "other"] as const,
  ),
]);

/** How it is measured, which makes no other test of it. */
const BEFORE =
  /^(?:(?:xet nghiem|dinh luong|dinh tinh|do hoat do|do nong do|do|nong do|hoat do|so luong|chi so|dem|dinh tinh va dinh luong|quantitation of) )+/;
const NEUTRAL = new Set([
  "dinh luong",
  "dinh tinh",
  "bang may tu dong",
  "may tu dong",
  "test nhanh",
  "mien dich tu dong",
]);
const AFTER =
  / (?:trong mau|trong nuoc tieu|trong nieu|trong phan|huyet thanh|huyet tuong|nuoc tieu|mau|nieu|serum|plasma|urine)$/;

/** Reads a name such as "Định lượng Creatinin [Máu]" or "SGOT (AST)". */
export function readTestName(text: string): TestName {
  const inside = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].map(([, words]) => foldName(words ?? "")).filter(Boolean);
  const outside = foldName(text.replace(/[([][^()[\]]*[)\]]/g, " "));
  const bare = outside.replace(BEFORE, "");
  const said = inside.map((words) => SPECIMENS.get(words)).find(Boolean);
  const end = AFTER.exec(bare);
  const suffix = end ? SPECIMENS.get(end[0].trim()) : undefined;
  return {
    whole: foldName(text),
    stripped: foldName(text).replace(BEFORE, ""),
    core: end && suffix ? bare.slice(0, end.index) : bare,
    inside: inside.filter((words) => !SPECIMENS.has(words) && !NEUTRAL.has(words)),
    specimen: said ?? suffix ?? specimenIn(bare),
  };
}

/** A report's title may say it in the middle: "Tổng phân tích nước tiểu (10 thông số)". */
const specimenIn = (folded: string): Specimen | undefined =>
  /\bnuoc tieu\b|\bnieu\b|\burin/.test(folded) ? "urine" : undefined;
