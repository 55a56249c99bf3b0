import type { Browser } from "playwright-core";
import type { Demo } from "./demo.ts";
import type { Progress } from "./progress.ts";
import type { Scene } from "./scene.ts";
import { type Picture, take } from "./take.ts";
import { Visitor } from "./visitor.ts";
import { signIn, type Who } from "./who.ts";

interface Walk {
  browser: Browser;
  demo: Demo;
  scenes: Scene[];
  script: boolean;
  folder: string;
  progress: Progress;
}

/** All scenes with script, or all without: person after person, each signed in once. */
export async function walk(all: Walk): Promise<{ pictures: Picture[]; visited: Set<string> }> {
  const pictures: Picture[] = [];
  const visited = new Set<string>();
  for (const [who, scenes] of byPerson(all.scenes)) {
    const context = await all.browser.newContext({ javaScriptEnabled: all.script, locale: "vi-VN" });
    const visitor = await Visitor.in(context, all.demo);
    await signIn(visitor, who);
    for (const scene of scenes) {
      for (const locale of ["vi", "en"] as const) {
        if (scene.print && !all.script) continue;
        const taken = await take(visitor, scene, { locale, script: all.script }, all.folder);
        pictures.push(...taken);
        all.progress.taken(taken);
      }
    }
    for (const path of visitor.watch.visited) visited.add(path);
    await context.close();
  }
  return { pictures, visited };
}

function byPerson(scenes: Scene[]): Map<Who, Scene[]> {
  const persons = new Map<Who, Scene[]>();
  for (const scene of scenes) persons.set(scene.who, [...(persons.get(scene.who) ?? []), scene]);
  return persons;
}
