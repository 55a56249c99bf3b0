import { tokens } from "#app/adapters/fhir-server/access-token.ts";
import { type FaultCode, ServerFault } from "#app/adapters/fhir-server/fault.ts";
import { readResource, type ServerAccess } from "#app/adapters/fhir-server/read-page.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";
import { clientAssertion } from "#app/adapters/signing/client-key.ts";
import type { PullContext, PullLimits } from "../pull-due-sources.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { LeasedSource } from "./lease.ts";
import { pageSeen, type Seen } from "./page-seen.ts";
import { pullPage } from "./pull-page.ts";

const LIMITS: PullLimits = { timeoutMs: 30_000, maxBytes: 16 * 1_048_576, sourceMs: 240_000, pages: 500 };

/** What went wrong, at which type of data. */
export class TypeFault extends Error {
  readonly fault: unknown;
  readonly type: string;

  constructor(fault: unknown, type: string) {
    super("A type could not be read.", { cause: fault });
    this.fault = fault;
    this.type = type;
  }
}

/** Faults of one search: the server is there, and its other types are read all the same. */
const OF_ONE_TYPE = new Set<FaultCode>([
  "gone",
  "status",
  "elsewhere",
  "not-json",
  "not-a-bundle",
  "too-large",
  "paging-loop",
]);

export interface Run {
  ctx: PullContext;
  source: LeasedSource;
  server: ServerAccess;
  /** A resource by its name, asked for once in a run. */
  fetch(type: string, id: string): Promise<object | undefined>;
  /** Pages may be asked for: neither their number nor the time is used up. */
  mayGoOn(): boolean;
}

/** Gives whether everything was read to its end. @throws TypeFault, ServerFault. */
export async function pullSource(ctx: PullContext, source: LeasedSource): Promise<boolean> {
  const limits = { ...LIMITS, ...ctx.limits };
  const until = Date.now() + limits.sourceMs;
  let pages = 0;
  const server = serverOf(ctx, source, limits);
  const run: Run = {
    ctx,
    source,
    server,
    fetch: fetchOnce(server),
    mayGoOn: () => ++pages <= limits.pages && Date.now() < until,
  };
  let first: TypeFault | undefined;
  for (const [at, type] of source.resourceTypes.entries()) {
    try {
      if (!(await pullType(run, type))) return false;
    } catch (error) {
      const one = error instanceof ServerFault && OF_ONE_TYPE.has(error.code);
      // Where the very first search fails, the server does.
      if (!one || at === 0) throw new TypeFault(error, type);
      first ??= new TypeFault(error, type);
    }
  }
  if (first) throw first;
  return true;
}

/** Reads one type on from where it stands; gives whether to its end. */
async function pullType(run: Run, type: string): Promise<boolean> {
  const { ctx, source } = run;
  let cursor = await readCursor(ctx.db, source.facilityId, type);
  const seen: Seen = { addresses: new Set(), versions: new Set(), barren: 0 };
  do {
    if (!run.mayGoOn()) return false;
    const { next, resources } = await pullPage(run, type, cursor);
    const looped = next.nextLink !== undefined && pageSeen(seen, next.nextLink, resources);
    if (
      !(await writeCursor(ctx.db, source, type, looped ? { ...next, nextLink: undefined, started: undefined } : next))
    )
      return false;
    if (looped) throw new ServerFault("paging-loop");
    cursor = next;
  } while (cursor.nextLink);
  return true;
}

/** What the server does not have is not asked for at every page; what it has is stored, and known from then on. */
function fetchOnce(server: ServerAccess): Run["fetch"] {
  const missing = new Set<string>();
  return async (type, id) => {
    if (missing.has(`${type}/${id}`)) return undefined;
    const found = await readResource(server, type, id);
    if (!found) missing.add(`${type}/${id}`);
    return found;
  };
}

function serverOf(ctx: PullContext, { baseUrl, tokenUrl, clientId }: LeasedSource, limits: PullLimits): ServerAccess {
  const { clientKey, reach } = ctx;
  if (clientId && !clientKey) throw new ServerFault("no-token");
  return {
    baseUrl,
    parse: parseFhirJson,
    limits,
    reach,
    tokens:
      clientId && clientKey
        ? tokens({
            baseUrl,
            reach,
            tokenUrl: tokenUrl ?? undefined,
            scope: "system/*.rs",
            assertion: (audience) => clientAssertion(clientKey, clientId, audience, ctx.now()),
          })
        : undefined,
  };
}
