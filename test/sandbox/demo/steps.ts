const QUIET_MS = 5_000;

/** Says what is being done and how long it took. On a terminal one line lives; in a file only whole lines are written. */
export class Steps {
  private readonly tty = process.stdout.isTTY === true;
  private readonly running = new Map<string, { since: number; detail: string }>();

  async step<T>(what: string, work: (progress: (detail: string) => void) => Promise<T> | T): Promise<T> {
    const now = { since: performance.now(), detail: "" };
    this.running.set(what, now);
    // What takes long is also announced where nothing can be rewritten.
    const announce = setTimeout(() => this.tty || this.say(`… ${what}`), QUIET_MS);
    const tick = setInterval(() => this.redraw(), 1_000);
    this.redraw();
    try {
      const result = await work((detail) => {
        now.detail = detail;
        this.redraw();
      });
      this.running.delete(what);
      this.say(`✓ ${what} (${seconds(now.since)} s)`);
      return result;
    } finally {
      clearTimeout(announce);
      clearInterval(tick);
      this.running.delete(what);
      this.redraw();
    }
  }

  say(line: string): void {
    process.stdout.write(`${this.tty ? "\r\x1b[2K" : ""}${line}\n`);
    this.redraw();
  }

  private redraw(): void {
    if (!this.tty) return;
    const parts = [...this.running].map(
      ([what, { since, detail }]) => `${what}${detail && ` ${detail}`}, ${seconds(since, 0)} s`,
    );
    const line = parts.length > 0 ? `… ${parts.join(" · ")}` : "";
    process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  }
}

const seconds = (since: number, digits = 1): string => ((performance.now() - since) / 1000).toFixed(digits);
