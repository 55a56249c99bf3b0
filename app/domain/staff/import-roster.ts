import { type RosterColumn, type RosterRow, readRoster } from "#app/adapters/roster-file/read-roster.ts";
import { requireFresh } from "#app/domain/access/assurance.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { type FormErrors, formErrors } from "#app/shared/form-errors.ts";
import { staffInput } from "./input.ts";
import { putOnRoster, type RosterKeeper } from "./internal/put-on-roster.ts";
import type { RosterAnswer, RosterRowAnswer } from "./view.ts";

interface RosterFile {
  bytes: Uint8Array;
  /** The provider the roles are bound to. */
  issuer: string;
  /** Rows that one call may bring; a browser waits for its answer. */
  most: number;
}

/**
 * Takes a roster file row by row: the good ones go in, the others are named with field and reason. The same file again
 * changes nothing. Who may: operators, and who runs commands with the portal's keys.
 */
export async function importRoster(
  ctx: RosterKeeper,
  { bytes, issuer, most }: RosterFile,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<RosterAnswer> {
  if (ctx.actor.kind === "operator") requireFresh({ ...ctx, actor: ctx.actor }, "change-roster");
  const read = readRoster(bytes);
  if ("unread" in read) return { rows: [], unread: read.unread };
  if (read.rows.length > most) return { rows: [], unread: "roster-too-long" };
  const facilities = await facilityCodes(ctx);
  const seen = new Map<string, number>();
  const answers: RosterRowAnswer[] = [];
  for (const row of read.rows) {
    answers.push(await takeRow(ctx, row, { issuer, facilities, seen }));
    progress(answers.length, read.rows.length);
  }
  const count = (outcome: RosterRowAnswer["outcome"]) => answers.filter((one) => one.outcome === outcome).length;
  const detail = {
    added: count("added"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
  };
  const act = { act: "staff.roster-imported", about: { kind: "roster", id: "file" }, detail };
  await ctx.db.transaction({}, (tx) => recordAct(tx, ctx, act));
  return { rows: answers, unread: undefined };
}

interface Taking {
  issuer: string;
  /** Facility by its code of 5 or 13 characters. */
  facilities: ReadonlyMap<string, string>;
  /** Line of the file that said something of this person, role and place before. */
  seen: Map<string, number>;
}

async function takeRow(
  ctx: RosterKeeper,
  row: RosterRow,
  { issuer, facilities, seen }: Taking,
): Promise<RosterRowAnswer> {
  const { line, values, said } = row;
  const refused = (errors: FormErrors): RosterRowAnswer => ({ line, outcome: "refused", errors });
  const { facility, ...rest } = values;
  const facilityId = facilities.get(facility.toUpperCase());
  const input = staffInput.safeParse({ ...rest, facilityId, issuer });
  const errors = input.success ? {} : asColumns(formErrors(input.error));
  if (facility !== "" && !facilityId) errors.facility = ["facility-unknown"];
  // What the reader found comes first: it says why the rest looks wrong.
  const all = { ...errors, ...row.errors } as FormErrors;
  if (!input.success || Object.keys(all).length > 0) return refused(all);
  const key = [input.data.number.replace(/[\s.]/g, ""), input.data.role, facilityId].join("/");
  const before = seen.get(key);
  if (before !== undefined) return refused({ number: ["roster-twice"] });
  seen.set(key, line);
  const put = await putOnRoster(ctx, input.data, said);
  return "errors" in put ? refused(asColumns(put.errors)) : { line, outcome: put.outcome, errors: {} };
}

/** Errors by the file's columns: it names a facility by its code. */
const asColumns = ({ facilityId, issuer: _, ...errors }: FormErrors): FormErrors => ({
  ...errors,
  ...(facilityId && { ["facility" satisfies RosterColumn]: facilityId }),
});

async function facilityCodes(ctx: RosterKeeper): Promise<Map<string, string>> {
  const rows = await ctx.db.sql<{ id: string; code5: string | null; code13: string | null }[]>`
    select facility_id as id, code5, code13 from facility_names where valid_to is null`;
  return new Map(
    rows.flatMap(({ id, code5, code13 }) => [code5, code13].flatMap((code) => (code ? [[code, id]] : []))) as [
      string,
      string,
    ][],
  );
}
