/** Work of which so much is under way at once. */
export class Lanes {
  private readonly underWay = new Set<Promise<void>>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Starts `work` as soon as there is a place, and does not wait for its end. It must not fail. */
  async run(work: () => Promise<void>): Promise<void> {
    while (this.underWay.size >= this.most) await Promise.race(this.underWay);
    const doing = work().finally(() => this.underWay.delete(doing));
    this.underWay.add(doing);
  }

  /** When all of it has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
