import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { paper, type Scene, type Variant, widths } from "./scene.ts";
import type { Visitor } from "./visitor.ts";

/** One picture and what the gallery says about it. */
export interface Picture extends Variant {
  scene: Scene;
  width: number;
  file: string;
  url: string;
  wrong: string[];
}

/** Opens a scene once and takes its pictures, narrow first; says what was wrong with it. */
export async function take(visitor: Visitor, scene: Scene, variant: Variant, folder: string): Promise<Picture[]> {
  const { page, watch } = visitor;
  visitor.locale = variant.locale;
  await page.setViewportSize({ width: scene.print ? paper : widths[0], height: 760 });
  await page.emulateMedia({
    media: scene.print ? "print" : "screen",
    colorScheme: scene.colours === "dark" ? "dark" : "light",
    forcedColors: scene.colours === "forced" ? "active" : "none",
  });
  watch.take();
  const failed = await scene.open(visitor).then(
    () => [],
    (error: Error) => [error.message],
  );
  const wrong = [...failed, ...endedWell(visitor, scene), ...watch.take()];
  const pictures: Picture[] = [];
  // What was pressed last is not to look as if it were pointed at.
  await page.mouse.move(0, 0);
  for (const width of scene.print ? [paper] : widths) {
    const script = variant.script ? "script" : "no-script";
    const file = `${scene.id}.${variant.locale}.${scene.print ? "print" : width}.${script}.png`;
    await page.setViewportSize({ width, height: width < 500 ? 760 : 800 });
    await shown(page);
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    const overflow = wide > width ? [`${wide} px wide at ${width} px`] : [];
    await page.screenshot({ path: path.join(folder, file), fullPage: true, animations: "disabled" });
    pictures.push({ ...variant, scene, width, file, url: addressOf(page), wrong: [...wrong.splice(0), ...overflow] });
  }
  return pictures;
}

function endedWell(visitor: Visitor, scene: Scene): string[] {
  const { path: ended, watch } = visitor;
  const status = scene.status ?? 200;
  const wrong = watch.status === status ? [] : [`answered ${watch.status} instead of ${status}`];
  if (scene.lands && !scene.lands.test(ended)) wrong.push(`ended at ${ended}`);
  return wrong;
}

/** Fonts are there. Asked for again and again, as promises do not settle in a page without script. */
async function shown(page: Page): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate<boolean>("document.fonts.status === 'loaded' && document.readyState === 'complete'"))
      return;
    await sleep(25);
  }
}

/** Without the language, which the variant says already. */
function addressOf(page: Page): string {
  const url = new URL(page.url());
  url.searchParams.delete("lang");
  return decodeURIComponent(`${url.origin}${url.pathname}${url.search}`);
}
