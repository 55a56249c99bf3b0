import { v5 } from "uuid";
import { describe, expect, test } from "vitest";
import { bookSections } from "#app/domain/access/data-types.ts";
import { pages } from "#app/urls.ts";
import { NAMESPACE } from "#test/sandbox/province/load.ts";
import { axeFindings, type Look, overflow, overflowZoomed, startStage } from "./support/stage.ts";

const stage = await startStage();
const { at } = stage;

interface PageLook extends Look {
  lang: "vi" | "en";
  /** Which pages axe looks at here: it takes as long as all the rest. */
  axe: "every" | "even" | "odd" | "none";
  /** Made as small as a desk's window at 400 %, in letters of this size. */
  zoomed: ("usual" | "large")[];
}

/**
 * Pairwise: each width with each language and each colour scheme. axe looks at each page in Vietnamese, at one page narrow
 * and dark, at the next wide and light; test/long at every page in every look. From the narrow ones each page is made as
 * small as a desk's window at 400 %, in one of them in large letters.
 */
const pairwise: PageLook[] = [
  { width: 360, script: true, lang: "vi", dark: true, axe: "even", zoomed: ["large"] },
  { width: 360, script: true, lang: "en", dark: false, axe: "none", zoomed: ["usual"] },
  { width: 1280, script: true, lang: "vi", dark: false, axe: "odd", zoomed: [] },
  { width: 1280, script: true, lang: "en", dark: true, axe: "none", zoomed: [] },
];

/** Each with each, for test/long. */
const square = [360, 1280].flatMap((width) =>
  (["vi", "en"] as const).flatMap((lang) =>
    [true, false].map(
      (dark): PageLook => ({
        width,
        lang,
        dark,
        script: true,
        axe: "every",
        zoomed: width < 500 ? ["usual", "large"] : [],
      }),
    ),
  ),
);
const looks = process.env.EVERY_LOOK ? square : pairwise;

/** Addresses for the parts of a path that only the store knows, and the pages that only pass people on. */
const PASSING = ["/sign-in/callback", "/sign-in/callback/:provider", "/sign-out"];
const homes: Record<string, string> = { operator: "/operator", staff: "/clinic/corrections" };

async function addresses(login: string, access: string): Promise<string[]> {
  const page = await stage.signedIn(login, { width: 360, script: false }, homes[access] ?? "/book");
  const first = async (from: string, prefix: string) => {
    await page.goto(at(from));
    return page.locator(`main a[href^='${prefix}']`).first().getAttribute("href");
  };
  const found: string[] = [];
  for (const { path } of pages.filter((p) => p.access === access && !p.resource && !PASSING.includes(p.path))) {
    if (path === "*") found.push("/khong-co-trang-nay");
    else if (path === "/help/tests/:id") found.push((await first("/help/tests", "/help/tests/")) ?? "none");
    else if (path === "/book/visits/:id") found.push((await first("/book/visits", "/book/visits/")) ?? "none");
    else if (path === "/book/results/:id") found.push((await first("/book/results", "/book/results/")) ?? "none");
    else if (path === "/book/versions/:id") found.push((await first("/book/results", "/book/versions/")) ?? "none");
    else if (path === "/book/measurements/:id") found.push(`/book/measurements/${v5("own/lan/weight", NAMESPACE)}`);
    else if (path.endsWith("/corrections/:reference"))
      found.push((await first(path.replace("/:reference", ""), `${path.replace("/:reference", "")}/YC-`)) ?? "none");
    else if (path === "/book/:section") found.push(...bookSections.map((s) => `/book/${s}`));
    else if (path === "/operator/feeds/:facilityId")
      found.push((await first("/operator", "/operator/feeds/")) ?? "none");
    else if (path === "/operator/messages/:facilityId/:id")
      found.push((await first("/operator/messages", "/operator/messages/")) ?? "none");
    else if (path === "/operator/ranges/:facilityId")
      found.push((await first("/operator/facilities", "/operator/ranges/")) ?? "none");
    else if (path === "/operator/quarantine/:facilityId/:id")
      found.push((await first("/operator/quarantine?reason=name-contradicts", "/operator/quarantine/")) ?? "none");
    else if (path === "/operator/staff/:id")
      found.push((await first("/operator/staff", "/operator/staff/0")) ?? "none");
    else if (path === "/operator/identities/:id") found.push((await waitingSignIn(first)) ?? "none");
    else if (path === "/operator/clients/:id")
      found.push((await first("/operator/clients", "/operator/clients/")) ?? "none");
    else if (path === "/operator/persons/:id")
      found.push(
        (await first(found.find((f) => f.startsWith("/operator/quarantine/")) ?? "", "/operator/persons/")) ?? "none",
      );
    else found.push(path);
  }
  return found;
}

/** Somebody whose account brings no number signs in; operators find her in their queue. */
async function waitingSignIn(
  first: (from: string, prefix: string) => Promise<string | null>,
): Promise<string | null | undefined> {
  await stage.signedIn("NNN-2026-000117", { width: 360, script: false }, "/sign-in");
  return first("/operator/identities", "/operator/identities/");
}

describe.each(looks)("at $width px in $lang, dark: $dark", ({ lang, axe, zoomed, ...look }) => {
  test.each([
    ["public", "099161000101"],
    ["signed-in", "099161000101"],
    ["operator", "099083000115"],
    ["staff", "099192000114"],
  ])("every %s page fits, has one heading and nothing that axe finds wrong", async (access, login) => {
    const wanted = await addresses(login, access);
    expect(wanted.join()).not.toMatch(/none|:/);
    const page =
      access === "public" ? await stage.guest(look) : await stage.signedIn(login, look, homes[access] ?? "/book");
    const wrong: string[] = [];
    for (const [i, path] of wanted.entries()) {
      await page.goto(at(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`));
      if ((await page.locator("h1").count()) !== 1) wrong.push(`${path}: not one heading`);
      if ((await page.locator("a[href^='tel:']").count()) === 0) wrong.push(`${path}: nobody to call`);
      const width = await overflow(page);
      if (width > 0) wrong.push(`${path}: ${width} px too wide`);
      if (axe === "every" || axe === (i % 2 === 0 ? "even" : "odd")) wrong.push(...(await axeFindings(page)));
      for (const letters of zoomed) {
        const wide = await overflowZoomed(page, letters, look.width);
        if (wide > 0) wrong.push(`${path}: ${wide} px too wide at 400 % in ${letters} letters`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
