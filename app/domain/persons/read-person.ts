import { unsealText } from "#app/adapters/keys/sealing.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { noteDuty } from "#app/domain/access/note-duty.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import { unsealNames } from "./demographics.ts";
import { masked } from "./mask.ts";
import { compare } from "./rules.ts";
import type { IdentifierView, MemberView, MergePreviewView, PersonCountView, PersonView } from "./view.ts";

type Operator = Ctx<Extract<Actor, { kind: "operator" }>>;

interface Row {
  id: string;
  root: string;
  demographics: Buffer | null;
  low: string | null;
  high: string | null;
  sex: MemberView["sex"];
  deceased: boolean;
  mergedAt: Date | null;
  identifiers: (Omit<IdentifierView, "value" | "facility"> & { sealed: string; facility: string | null })[];
}

interface LinkRow {
  personId: string;
  demographics: Buffer | null;
  is: "mother" | "child";
  since: Date;
}

/**
 * Who a person is: names, numbers, whom they are merged with, how much there is of each. Who may:
 * operators; that they looked stands in each person's own log first. @throws DomainError `not-found`.
 */
export async function readPerson(ctx: Operator, input: { id: string; reveal: boolean }): Promise<PersonView> {
  if (!isId(input.id)) throw noPerson();
  const found = await ctx.db.sql<{ id: string; root: string }[]>`
    with asked as (select coalesce(merged_into, id) as root from persons where id = ${input.id})
    select p.id, asked.root from asked join persons p on p.id = asked.root or p.merged_into = asked.root order by p.id = asked.root desc, p.id`;
  const [first] = found;
  if (!first) throw noPerson();
  const ids = found.map((f) => f.id);
  const subject = input.reveal ? "numbers" : "identity";
  const events = await ctx.db.transaction({}, (tx) => noteDuty(tx, ctx, ids, { action: "read", subject }));
  const counts = await Promise.all(events.map((event) => countsUnder(ctx, event)));
  const [rows, links, left] = await Promise.all([
    membersOf(ctx, events[0], ids),
    linksOf(ctx, events[0], ids),
    ctx.db.sql<
      { n: number }[]
    >`select count(*)::int as n from message_replays where person_id = any(${ids}::uuid[]) and done_at is null`,
  ]);
  const members = ids.flatMap((id, at) => {
    const row = rows.find((r) => r.id === id);
    return row ? memberView(ctx, row, first.root, counts[at] ?? [], input.reveal) : [];
  });
  const [root] = members;
  if (!root) throw noPerson();
  const { names, birth, sex, deceased } = root;
  return { id: root.id, names, birth, sex, deceased, members, links, rereading: left[0]?.n ?? 0 };
}

/** Two persons side by side, to decide whether they are one. Who may: operators. @throws DomainError `not-found`. */
export async function previewMerge(
  ctx: Operator,
  input: { personId: string; intoId: string },
): Promise<MergePreviewView> {
  const person = await readPerson(ctx, { id: input.personId, reveal: false });
  const into = await readPerson(ctx, { id: input.intoId, reveal: false });
  return { person, into, agreement: compare(into, person) };
}

const countsUnder = (ctx: Operator, event: string): Promise<PersonCountView[]> =>
  ctx.db.read(
    { "app.access_event": event },
    (sql) => sql<PersonCountView[]>`
    select coalesce(n.short_name, '?') as facility, c.section, c.entries
    from cluster_counts() c left join facility_names n on n.facility_id = c.facility_id and n.valid_to is null order by 1, 2`,
  );

/** Under the root's event, which opens the whole cluster. */
const membersOf = (ctx: Operator, event: string | undefined, ids: string[]): Promise<Row[]> =>
  ctx.db.read(
    { "app.access_event": event ?? "" },
    (sql) => sql<Row[]>`
  select p.id, coalesce(p.merged_into, p.id) as root, p.demographics, p.birth_low as low, p.birth_high as high, p.sex,
    p.deceased_on is not null as deceased, m.merged_at as "mergedAt",
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'sealed', encode(i.sealed, 'base64'), 'facility', n.short_name,
        'source', split_part(i.source, ':', 1), 'since', i.valid_from, 'until', i.valid_to) order by i.kind, i.valid_from)
      from identifiers i left join facility_names n on n.facility_id = i.assigner_id and n.valid_to is null
      where i.person_id = p.id and i.kind <> 'other'), '[]') as identifiers
  from persons p left join person_merges m on m.person_id = p.id and m.unmerged_at is null
  where p.id = any(${ids}::uuid[])`,
  );

async function linksOf(ctx: Operator, event: string | undefined, ids: string[]): Promise<PersonView["links"]> {
  const rows = await ctx.db.read(
    { "app.access_event": event ?? "" },
    (sql) => sql<LinkRow[]>`
    select p.id as "personId", p.demographics, case when l.person_id = any(${ids}::uuid[]) then 'mother' else 'child' end as is, l.since
    from person_links l join persons p on p.id = case when l.person_id = any(${ids}::uuid[]) then l.other_person_id else l.person_id end
    where (l.person_id = any(${ids}::uuid[]) or l.other_person_id = any(${ids}::uuid[])) and l.until is null order by l.since`,
  );
  return rows.map(({ demographics, since, ...link }) => ({
    ...link,
    name: unsealNames(ctx.keys, link.personId, demographics)[0],
    since: since.toISOString(),
  }));
}

function memberView(ctx: Operator, row: Row, root: string, counts: PersonCountView[], reveal: boolean): MemberView {
  return {
    id: row.id,
    root: row.id === root,
    names: unsealNames(ctx.keys, row.id, row.demographics),
    birth: row.low && row.high ? { low: row.low, high: row.high } : undefined,
    sex: row.sex,
    deceased: row.deceased,
    mergedAt: row.mergedAt?.toISOString(),
    counts,
    identifiers: row.identifiers.map(({ sealed, ...identifier }) => {
      const belongs = { table: "identifiers", owner: row.id, row: identifier.id };
      const value = unsealText(ctx.keys, belongs, Buffer.from(sealed, "base64"));
      return {
        ...identifier,
        facility: identifier.facility ?? undefined,
        until: identifier.until ?? undefined,
        value: reveal ? value : masked(value),
      };
    }),
  };
}

const noPerson = () => new DomainError("not-found", "no-such-person", "There is no such person.");
