import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";

export type Orm = PostgresJsDatabase<Record<string, never>>;

/** An open transaction. Everything inside it uses these two, never the pool. */
export interface Tx {
  sql: TransactionSql;
  orm: Orm;
}

/** Settings that last exactly as long as the transaction (`set_config(…, true)`). */
export interface TxSettings {
  "app.access_event"?: string;
  "app.facility"?: string;
  "app.duty"?: "operator";
  /** Hex of the account's keyed hash: whoever has signed in with it sees its case. */
  "app.claimant"?: string;
  /** Who ordered a copy: they see how it goes, and nothing of what is in it. */
  "app.orderer"?: string;
}

export interface Db {
  /** One statement in a transaction of its own. */
  sql: Sql;
  orm: Orm;
  /** The one way to open a transaction; settings end with it, whatever happens. */
  transaction<T>(settings: TxSettings, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** `statement` under `settings`, sent together with them: three round trips in all. */
  read<T extends readonly object[]>(
    settings: TxSettings,
    statement: (sql: TransactionSql) => postgres.PendingQuery<T>,
  ): Promise<T>;
  /** Several statements, sent together: as many round trips as one. */
  readAll<T extends readonly (readonly object[])[]>(
    settings: TxSettings,
    statements: (sql: TransactionSql) => { [K in keyof T]: postgres.PendingQuery<T[K] & readonly object[]> },
  ): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  max?: number;
  applicationName: string;
  /** Seconds a statement may run; 0 for none. */
  statementTimeout?: number;
}

/**
 * Types as both clients see them: timestamptz ↔ Date, date ↔ 'YYYY-MM-DD', numeric ↔ string,
 * jsonb ↔ value (a string passed for jsonb is taken as JSON text).
 */
const types = {
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (v: Date | string) => new Date(v).toISOString(),
    parse: (v: string) => new Date(v),
  },
  date: { to: 1082, from: [1082], serialize: (v: string) => v, parse: (v: string) => v },
  numeric: { to: 1700, from: [1700], serialize: (v: string | number) => String(v), parse: (v: string) => v },
  json: {
    to: 3802,
    from: [114, 3802],
    serialize: (v: unknown) => (typeof v === "string" ? v : JSON.stringify(v)),
    parse: (v: string) => JSON.parse(v),
  },
};

/** Opens a pool. `server.ts`, `worker.ts`, the ingest thread and the commands do it; nobody else. */
export function connect(url: string, options: ConnectOptions): Db {
  const client = postgres(url, {
    max: options.max ?? 10,
    types,
    target_session_attrs: "primary",
    connect_timeout: 10,
    backoff,
    max_lifetime: 60 * 30,
    onnotice: () => undefined,
    connection: {
      application_name: options.applicationName,
      statement_timeout: (options.statementTimeout ?? 30) * 1000,
      idle_in_transaction_session_timeout: 30_000,
      timezone: "UTC",
      plan_cache_mode: "force_generic_plan",
    },
  });
  return {
    sql: client as unknown as Sql,
    orm: bind(client),
    transaction: (settings, work) =>
      client.begin(async (sql) => {
        const set = setting(sql, settings);
        let orm: Orm | undefined;
        // Made when asked for: most transactions do without, and it costs more than a statement.
        const tx: Tx = {
          sql,
          get orm() {
            orm ??= bind(Object.assign(sql, { options: client.options }));
            return orm;
          },
        };
        const done = work(tx);
        // Both have ended before the transaction does, whichever of them failed.
        const [first, second] = await Promise.allSettled([set, done]);
        if (first.status === "rejected") throw first.reason;
        if (second.status === "rejected") throw second.reason;
        return second.value;
      }) as Promise<never>,
    read: (settings, statement) =>
      client.begin((sql) => [setting(sql, settings), statement(sql)]).then((both) => both[1]) as Promise<never>,
    readAll: (settings, statements) =>
      client
        .begin((sql) => [setting(sql, settings), ...(statements(sql) as readonly postgres.PendingQuery<never>[])])
        .then((all) => all.slice(1)) as Promise<never>,
    close: () => client.end({ timeout: 5 }),
  };
}

const LONGEST_PAUSE_S = 0.5;

/**
 * Seconds until a connection is tried again. The driver's own grow to 20, counted over the whole pool: after an
 * outage of seconds everybody would wait that long for a database that is back.
 */
const backoff = (failures: number): number =>
  (0.5 + Math.random() / 2) * Math.min(3 ** failures / 100, LONGEST_PAUSE_S);

/** drizzle rewrites the parsers of what it is given; it gets a copy, so both clients read alike. */
function bind(client: { options: object }): Orm {
  const options = client.options as { parsers: object; serializers: object };
  const copy = { ...options, parsers: { ...options.parsers }, serializers: { ...options.serializers } };
  const own = new Proxy(client, { get: (at, key) => (key === "options" ? copy : Reflect.get(at, key)) });
  return drizzle(own as unknown as Sql);
}

function setting(sql: TransactionSql, settings: TxSettings): Promise<unknown> {
  const names = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (names.length === 0) return Promise.resolve();
  return sql`select ${names.map(([name, value], i) => sql`${i ? sql`, ` : sql``}set_config(${name}, ${value}, true)`)}`.execute();
}

/** The unique constraint or index that an insert ran into, by name. */
export function violated(error: unknown): string | undefined {
  const found = error instanceof Error && error.cause instanceof postgres.PostgresError ? error.cause : error;
  return found instanceof postgres.PostgresError && found.code === "23505" ? found.constraint_name : undefined;
}

/** An array of binary values as a parameter; the driver would take it for one value. */
export const byteaArray = (sql: TransactionSql, values: Buffer[]) => sql.array(values, 17);
