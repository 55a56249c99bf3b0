import type { JSONWebKeySet } from "jose";
import { verifyDetached } from "#app/adapters/signing/verify-detached.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { type Tx, violated } from "#db/client.ts";
import type { RangeTableInput } from "./input.ts";
import { checksumOf, previewRangeTable } from "./preview-range-table.ts";
import type { TablePreview } from "./view.ts";

type Operator = Extract<Actor, { kind: "operator" }>;
type Added = { id: string } | { errors: FormErrors; preview?: TablePreview };

/**
 * Keeps a facility's table of reference ranges, whole or not at all. The table in force until further notice ends the
 * day the new one begins; results of before keep it. Who may: operators. The same form twice keeps one.
 */
export async function addRangeTable(ctx: Ctx<Operator>, facilityId: string, input: RangeTableInput): Promise<Added> {
  const read = previewRangeTable(input.csv);
  if ("errors" in read) return read;
  if (read.preview.faults.length > 0) return { errors: { csv: ["range-faults"] }, preview: read.preview };
  const signingKey = input.signature ? await signedBy(ctx, facilityId, input.signature, input.csv) : undefined;
  if (input.signature && !signingKey) return { errors: { signature: ["signature"] } };
  try {
    return await ctx.db.transaction({}, (tx) => add(tx, ctx, { facilityId, input, signingKey, rows: read.rows }));
  } catch (error) {
    const constraint = violated(error);
    if (constraint === "reference_range_tables_pkey") return sameAs(ctx, facilityId, input);
    if (!constraint?.startsWith("reference_range_tables_")) throw error;
    return { errors: { validFrom: ["range-dates"] } };
  }
}

interface Adding {
  facilityId: string;
  input: RangeTableInput;
  signingKey: string | undefined;
  rows: readonly object[];
}

async function add(tx: Tx, ctx: Ctx<Operator>, { facilityId, input, signingKey, rows }: Adding): Promise<Added> {
  const { idempotencyKey: id, validFrom, validTo } = input;
  const known = await tx.sql`select from reference_range_tables where facility_id = ${facilityId} and id = ${id}`;
  if (known.length > 0) return sameAs(ctx, facilityId, input);
  if (!validTo)
    await tx.sql`
      update reference_range_tables set valid_to = ${validFrom} where facility_id = ${facilityId} and valid_to is null and valid_from < ${validFrom}`;
  await tx.sql`
    insert into reference_range_tables (facility_id, id, valid_from, valid_to, source_document, signed_by, signature, signing_key, checksum, legal_basis, added_by)
    values (${facilityId}, ${id}, ${validFrom}, ${validTo ?? null}, ${input.sourceDocument}, ${input.signedBy}, ${input.signature ?? null}, ${signingKey ?? null},
      ${checksumOf(input.csv)}, ${input.rangeBasis}, ${ctx.actor.personId})`;
  await tx.sql`
    insert into reference_ranges (facility_id, table_id, line, code, unit, sex, age_from_days, age_to_days, low, high, words)
    select ${facilityId}, ${id}, r.line, r.code, r.unit, r.sex, r."ageFromDays", r."ageToDays", r.low, r.high, r.words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, code text, unit text, sex text, "ageFromDays" int, "ageToDays" int, low text, high text, words text)`;
  const detail = { lines: rows.length, signed: signingKey !== undefined };
  await recordAct(tx, ctx, { act: "ranges.added", about: { kind: "facility", id: facilityId }, detail });
  return { id };
}

/** A page from the back button has the old key and perhaps another table. */
async function sameAs(ctx: Ctx, facilityId: string, input: RangeTableInput): Promise<Added> {
  const found = await ctx.db.sql`
    select from reference_range_tables
    where facility_id = ${facilityId} and id = ${input.idempotencyKey} and checksum = ${checksumOf(input.csv)} and valid_from = ${input.validFrom}`;
  return found.length > 0 ? { id: input.idempotencyKey } : { errors: { "": ["already-sent"] } };
}

/** The facility's registered key that signed the file, with line feeds or as spreadsheets end lines. */
async function signedBy(ctx: Ctx, facilityId: string, signature: string, csv: string): Promise<string | undefined> {
  const clients = await ctx.db.sql<{ jwks: JSONWebKeySet }[]>`
    select jwks from machine_clients where facility_id = ${facilityId} and suspended_at is null`;
  const keys = { keys: clients.flatMap(({ jwks }) => jwks.keys) };
  for (const text of [csv, csv.trimEnd(), csv.replaceAll("\n", "\r\n")]) {
    const kid = await verifyDetached(signature, new TextEncoder().encode(text), keys);
    if (kid) return kid;
  }
  return undefined;
}
