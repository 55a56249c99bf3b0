import { readCommandConfig } from "#app/config.ts";
import { addFirstOperator } from "#app/domain/identity/add-first-operator.ts";
import { connect } from "#db/client.ts";
import { command, ownKeys, readOptions } from "./command.ts";

const USAGE = "npm run operator -- add --issuer https://id.example.vn --number 012345678901";

/** npm run operator – the first operator, on an empty roster only. Operators add the rest. */
await command(async ({ say, args }) => {
  const { values, positionals } = readOptions(args, { issuer: { type: "string" }, number: { type: "string" } }, USAGE);
  if (positionals[0] !== "add" || !values.issuer || !values.number) throw new Error(`usage: ${USAGE}`);
  const config = readCommandConfig(["DATABASE_URL", "KEYS_DIR", "SANDBOX"]);
  const db = connect(config.DATABASE_URL, { applicationName: "so-khoe-operator", max: 1 });
  try {
    await addFirstOperator(
      { db, keys: ownKeys(config), now: () => new Date() },
      { issuer: values.issuer, number: values.number },
    );
    say("The first operator is on the roster and can sign in now.");
  } finally {
    await db.close();
  }
});
