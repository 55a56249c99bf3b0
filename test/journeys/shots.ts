import fs from "node:fs";
import path from "node:path";
import { launchChromium } from "../support/chromium.ts";
import { uncovered } from "./shots/coverage.ts";
import { findDemo } from "./shots/demo.ts";
import { writeGallery } from "./shots/gallery.ts";
import { Progress } from "./shots/progress.ts";
import { sceneGroups } from "./shots/scenes/index.ts";
import { walk } from "./shots/walk.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../screenshots");

/** npm run shots [-- part of a scene's name] – every page of the running demo, and a page to look at them all. */
async function shots(wanted: string): Promise<boolean> {
  const started = Date.now();
  const groups = sceneGroups
    .map((group) => ({ ...group, scenes: group.scenes.filter(({ id }) => id.includes(wanted)) }))
    .filter(({ scenes }) => scenes.length > 0);
  const scenes = groups.flatMap((group) => group.scenes);
  if (scenes.length === 0) throw new Error(`No scene's name has “${wanted}” in it.`);
  if (!wanted) fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });

  const progress = new Progress();
  const demo = await findDemo((line) => progress.say(line));
  const browser = await launchChromium();
  try {
    const both = [true, false].map((script) => walk({ browser, demo, scenes, script, folder: FOLDER, progress }));
    const walks = await Promise.all(both);
    const pictures = walks.flatMap((one) => one.pictures);
    const missing = wanted ? [] : uncovered(new Set(walks.flatMap((one) => [...one.visited])));
    const seconds = Math.round((Date.now() - started) / 1000);
    writeGallery(FOLDER, { groups, pictures, missing, seconds });
    return progress.conclude({ pictures, missing, seconds, folder: FOLDER });
  } finally {
    await browser.close();
    await demo.stop();
  }
}

try {
  process.exitCode = (await shots(process.argv[2] ?? "")) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
