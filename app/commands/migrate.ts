import { readCommandConfig } from "#app/config.ts";
import { migrate } from "#db/migrate.ts";
import { command } from "./command.ts";

/** npm run db:migrate – brings the database to the current schema. */
await command(async ({ say }) => {
  const { OWNER_DATABASE_URL } = readCommandConfig(["OWNER_DATABASE_URL"]);
  await migrate(OWNER_DATABASE_URL);
  say("The database is up to date.");
});
