import fs from "node:fs";
import { readCommandConfig } from "#app/config.ts";
import { addFirstOperator } from "#app/domain/identity/add-first-operator.ts";
import { importRoster } from "#app/domain/staff/import-roster.ts";
import type { RosterAnswer } from "#app/domain/staff/view.ts";
import { en } from "#app/i18n/en.ts";
import { connect } from "#db/client.ts";
import { command, ownKeys, readOptions, type Terminal } from "./command.ts";

const USAGE = `npm run operator -- add --issuer https://id.example.vn --number 012345678901
npm run operator -- roster --issuer https://id.example.vn --file roster.csv`;

const MOST_ROWS = 50_000;

/** npm run operator – the first operator, on an empty roster only, who adds the rest; or a whole roster from a file. */
await command(async ({ say, args }) => {
  const option = { type: "string" } as const;
  const { values, positionals } = readOptions(args, { issuer: option, number: option, file: option }, USAGE);
  const [what] = positionals;
  const { issuer, number, file } = values;
  const wanted = what === "add" ? number : what === "roster" ? file : undefined;
  if (!issuer || !wanted) throw new Error(`usage: ${USAGE}`);
  if (!URL.canParse(issuer)) throw new Error("The issuer is the provider's address, as in OIDC_ISSUER.");
  const config = readCommandConfig(["DATABASE_URL", "KEYS_DIR", "SANDBOX"]);
  const bytes = what === "roster" ? fs.readFileSync(wanted) : undefined;
  const db = connect(config.DATABASE_URL, { applicationName: "so-khoe-operator", max: 1 });
  const ctx = { db, keys: ownKeys(config), now: () => new Date() };
  try {
    if (!bytes) {
      await addFirstOperator(ctx, { issuer, number: wanted });
      say("The first operator is on the roster and can sign in now.");
      return;
    }
    const actor = { kind: "job", name: "roster-command" } as const;
    answer(say, await importRoster({ ...ctx, actor, requestId: "command" }, { bytes, issuer, most: MOST_ROWS }));
  } finally {
    await db.close();
  }
});

/** Each row that was not taken, by its line, and what became of all. */
function answer(say: Terminal["say"], { rows, unread }: RosterAnswer): void {
  const words = (code: string) => (en.form as Record<string, string>)[code] ?? code;
  if (unread) throw new Error(words(unread));
  for (const { line, outcome, errors } of rows) {
    const why = Object.entries(errors).map(([field, codes]) => `${field}: ${codes.map(words).join(" ")}`);
    if (outcome === "refused") say(`line ${line}: ${why.join("; ")}`);
  }
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  say(["added", "changed", "unchanged", "refused"].map((outcome) => `${outcome} ${count(outcome)}`).join(", "));
  if (count("refused") > 0) process.exitCode = 1;
}
