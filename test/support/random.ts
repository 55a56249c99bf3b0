/** Numbers that are the same for the same seed, so that a failure can be repeated. */
export interface Random {
  seed: number;
  /** Below 1. */
  next(): number;
  below(most: number): number;
  of<T>(list: readonly T[]): T;
}

/** mulberry32; the seed is `SEED`, or new each time, and printed. */
export function random(what: string): Random {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`${what}: SEED=${seed}\n`);
  return seeded(seed);
}

/** The numbers of one seed. */
export function seeded(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { seed, next, below, of: (list) => list[below(list.length)] as never };
}
