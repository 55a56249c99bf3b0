/** Says what is being done and how long it took; on a terminal the line is rewritten when done. */
export class Steps {
  private readonly tty = process.stdout.isTTY === true;

  async step<T>(what: string, work: (progress: (detail: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now();
    const line = (mark: string, detail: string) => `${mark} ${what}${detail}`;
    if (this.tty) process.stdout.write(line("…", ""));
    const result = await work((detail) => {
      if (this.tty) process.stdout.write(`\r\x1b[2K${line("…", ` – ${detail}`)}`);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${this.tty ? "\r\x1b[2K" : ""}${line("✓", ` (${seconds} s)`)}\n`);
    return result;
  }

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }
}
