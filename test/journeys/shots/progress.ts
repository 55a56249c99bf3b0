import path from "node:path";
import type { Picture } from "./take.ts";

interface Conclusion {
  pictures: Picture[];
  missing: string[];
  seconds: number;
  folder: string;
}

/** Says how far it is, and in the end what was wrong. On a terminal one line is rewritten. */
export class Progress {
  #count = 0;
  readonly #tty = process.stdout.isTTY === true;

  say(line: string): void {
    process.stdout.write(`${this.#tty ? "\r\x1b[2K" : ""}${line}\n`);
  }

  taken(pictures: Picture[]): void {
    const before = this.#count;
    this.#count += pictures.length;
    const last = pictures.at(-1);
    const line = `${this.#count} pictures · ${last?.scene.who.name} · ${last?.scene.title}`;
    if (this.#tty) process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`);
    else if (Math.floor(before / 100) < Math.floor(this.#count / 100)) this.say(line);
    for (const { file, wrong } of pictures) for (const what of wrong) this.say(`✗ ${file}: ${what}`);
  }

  /** Answers whether all was well. */
  conclude({ pictures, missing, seconds, folder }: Conclusion): boolean {
    const wrong = pictures.filter((picture) => picture.wrong.length > 0).length;
    for (const page of missing) this.say(`✗ ${page} has no scene: add one in test/journeys/shots/scenes.`);
    this.say(`${pictures.length} pictures in ${seconds} s, ${wrong} of them with something wrong.`);
    this.say(`Look at ${path.join(path.relative(process.cwd(), folder), "index.html")}`);
    return wrong === 0 && missing.length === 0;
  }
}
