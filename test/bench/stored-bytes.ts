import zlib from "node:zlib";
import type postgres from "postgres";

/** What the deliveries of a kind take in the store, by table. */
export class StoredBytes {
  private readonly sql: postgres.Sql;
  private readonly of = new Map<string, { entries: number; source: number; zipped: number; stored: Sizes }>();

  constructor(sql: postgres.Sql) {
    this.sql = sql;
  }

  /** Notes what taking these deliveries added. */
  async during(kind: string, sent: { bytes: Uint8Array }[], work: () => Promise<number>): Promise<number> {
    const before = await this.sizes();
    const entries = await work();
    const after = await this.sizes();
    const sum = this.of.get(kind) ?? {
      entries: 0,
      source: 0,
      zipped: 0,
      stored: { entries: 0, indexes: 0, bodies: 0, rest: 0 },
    };
    sum.entries += entries;
    for (const { bytes } of sent) {
      sum.source += bytes.length;
      sum.zipped += zlib.gzipSync(bytes).length;
    }
    for (const part of PARTS) sum.stored[part] += after[part] - before[part];
    this.of.set(kind, sum);
    return entries;
  }

  rows(): string[][] {
    const head = [
      "bytes per entry",
      "entries",
      "their indexes",
      "raw bytes kept",
      "all else",
      "together",
      "source",
      "gzipped",
      "together / gzipped",
    ];
    return [
      head,
      ...[...this.of].map(([kind, { entries, source, zipped, stored }]) => {
        const all = PARTS.reduce((sum, part) => sum + stored[part], 0);
        const each = [...PARTS.map((part) => stored[part]), all, source, zipped].map((n) => (n / entries).toFixed(0));
        return [kind, ...each, (all / zipped).toFixed(1)];
      }),
    ];
  }

  private async sizes(): Promise<Sizes> {
    const rows = await this.sql<{ part: keyof Sizes; bytes: number }[]>`
      select case when relname like 'entries_p%' then 'entries' when relname = 'message_bodies' then 'bodies' else 'rest' end as part,
        sum(pg_table_size(oid))::float8 as bytes from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'copied%' group by 1
      union all
      select case when relname like 'entries_p%' then 'indexes' when relname = 'message_bodies' then 'bodies' else 'rest' end,
        sum(pg_indexes_size(oid))::float8 from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'copied%' group by 1`;
    const sizes: Sizes = { entries: 0, indexes: 0, bodies: 0, rest: 0 };
    for (const { part, bytes } of rows) sizes[part] += bytes;
    return sizes;
  }
}

type Sizes = Record<(typeof PARTS)[number], number>;
const PARTS = ["entries", "indexes", "bodies", "rest"] as const;
