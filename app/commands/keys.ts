import { parseArgs } from "node:util";
import { makeKeys } from "#app/adapters/keys/key-ring.ts";
import {
  encryptionAlgorithms,
  type RelyingPartyAlgorithm,
  readKeyFile,
  relyingPartyAlgorithms,
} from "#app/adapters/keys/relying-party/key-file.ts";
import { addKey, makeRelyingPartyKeys, rotateKeys } from "#app/adapters/keys/relying-party/rotate.ts";
import { withStates } from "#app/adapters/keys/relying-party/states.ts";
import { makeClientKey } from "#app/adapters/signing/client-key.ts";
import { makeSigningKey } from "#app/adapters/signing/signing-key.ts";
import { readCommandConfig } from "#app/config.ts";
import { command } from "./command.ts";

const USAGE = `usage: npm run keys                                          makes what is missing in KEYS_DIR
       npm run keys -- list                                  the keys towards digital IDs, and their state
       npm run keys -- add ALG                               a first key of ${relyingPartyAlgorithms.join(", ")}
       npm run keys -- rotate [--purpose sign|encrypt] [--after-hours N | --lost]`;

await command(async ({ say, args }) => {
  const { KEYS_DIR } = readCommandConfig(["KEYS_DIR"]);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { purpose: { type: "string" }, "after-hours": { type: "string" }, lost: { type: "boolean" } },
  });
  const [what, alg] = positionals;
  if (what === undefined) return makeAll(KEYS_DIR, say);
  if (what === "list") return list(KEYS_DIR, say);
  if (what === "add" && isAlgorithm(alg)) {
    const { kid } = await addKey(KEYS_DIR, alg, new Date());
    return say(`Key ${kid} for ${alg} is made and published; the portal uses it from now on.`);
  }
  if (what !== "rotate") throw new Error(USAGE);
  const aheadHours = hours(values["after-hours"]);
  const made = await rotateKeys(KEYS_DIR, {
    algorithms: inUse(KEYS_DIR, values.purpose),
    now: new Date(),
    ...(aheadHours === undefined ? {} : { aheadHours }),
    drop: values.lost ?? false,
  });
  for (const { kid, alg, usedFrom } of made) say(`${alg}: key ${kid} is published now and used from ${usedFrom}.`);
  if (made.length === 0) say("Nothing to do: the next keys wait already.");
  list(KEYS_DIR, say);
});

async function makeAll(folder: string, say: (line: string) => void): Promise<void> {
  makeKeys(folder, { sandbox: false });
  await makeSigningKey(folder, { sandbox: false });
  await makeClientKey(folder, { sandbox: false });
  await makeRelyingPartyKeys(folder, { sandbox: false });
  say(
    `The keys are in ${folder}. Back them up apart from the database: without them identifiers and messages cannot be read.`,
  );
}

function list(folder: string, say: (line: string) => void): void {
  for (const { key, state, until } of withStates(readKeyFile(folder).keys, new Date())) {
    const end = until ? `, kept until ${until.toISOString()}` : "";
    say(`${key.use}  ${key.alg.padEnd(15)} ${key.kid}  ${state.padEnd(8)} used from ${key.usedFrom}${end}`);
  }
}

function inUse(folder: string, purpose: string | undefined): RelyingPartyAlgorithm[] {
  if (purpose !== undefined && purpose !== "sign" && purpose !== "encrypt") throw new Error(USAGE);
  const all = [...new Set(readKeyFile(folder).keys.map(({ alg }) => alg))];
  const encrypts = (alg: RelyingPartyAlgorithm) => (encryptionAlgorithms as readonly string[]).includes(alg);
  return all.filter((alg) => purpose === undefined || encrypts(alg) === (purpose === "encrypt"));
}

function hours(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text)) throw new Error(USAGE);
  return Number(text);
}

const isAlgorithm = (text: string | undefined): text is RelyingPartyAlgorithm =>
  (relyingPartyAlgorithms as readonly (string | undefined)[]).includes(text);
