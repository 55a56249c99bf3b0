import { makeKeys } from "#app/adapters/keys/key-ring.ts";
import { makeClientKey } from "#app/adapters/signing/client-key.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { readCommandConfig } from "#app/config.ts";
import { command } from "./command.ts";

/** npm run keys – makes the keys that are missing in KEYS_DIR; what exists is kept. */
await command(async ({ say }) => {
  const { KEYS_DIR } = readCommandConfig(["KEYS_DIR"]);
  makeKeys(KEYS_DIR, { sandbox: false });
  await makeSigningKey(KEYS_DIR, { sandbox: false });
  await makeClientKey(KEYS_DIR, { sandbox: false });
  say(
    `The keys are in ${KEYS_DIR}. Back them up apart from the database: without them identifiers and messages cannot be read.`,
  );
});
