import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { loadKeyRing } from "#app/adapters/keys/key-ring.ts";
import { connect } from "#db/client.ts";
import { loadCircumstances, loadRegisters } from "../province/load.ts";
import { loadCorrections } from "../province/load-corrections.ts";
import { loadOwnMeasurements } from "../province/load-own-measurements.ts";
import { sendStories } from "../province/send-stories.ts";
import { type DemoDatabase, postgresFolder } from "./database.ts";
import type { DemoSecrets } from "./secrets.ts";
import type { Steps } from "./steps.ts";

const SOURCE = path.resolve(import.meta.dirname, "../province");

/** Written beside the database when everything is in it; gone with it. */
export const provinceStamp = (data: string): string => path.join(postgresFolder(data), "province.loaded");

interface Load {
  data: string;
  database: DemoDatabase;
  keysDir: string;
  issuer: string;
  origin: string;
  secrets: DemoSecrets;
}

/** Once per database; a load that was cut short is done again, and what was taken is not taken twice. */
export async function loadProvince(load: Load, steps: Steps): Promise<void> {
  const stamp = provinceStamp(load.data);
  const version = fingerprint();
  if (fs.existsSync(stamp)) {
    if (fs.readFileSync(stamp, "utf8") !== version)
      steps.say("The invented province has changed since it was loaded; --fresh loads the new one.");
    return followIssuer(load);
  }
  const { database, origin, secrets } = load;
  const open = (role: "portal" | "feed" | "owner") =>
    connect(database.url(role), { applicationName: "sandbox", max: 2 });
  const sandbox = {
    issuer: load.issuer,
    keys: loadKeyRing(load.keysDir),
    portal: open("portal"),
    feed: open("feed"),
    owner: open("owner"),
  };
  await steps.step("Province: facilities, systems, staff", () => loadRegisters(sandbox, secrets.clients));
  await steps.step("Province: hospitals send what they have", (progress) =>
    sendStories(origin, secrets.clients, new Date(secrets.today), (n, of) => progress(`${n} of ${of}`)),
  );
  await steps.step("Province: labels, a hidden visit, helpers", () =>
    loadCircumstances(sandbox, database.superuserUrl, new Date(secrets.today)),
  );
  await steps.step("Province: what people report", () => loadCorrections(sandbox, new Date(secrets.today)));
  await steps.step("Province: what people measure", () => loadOwnMeasurements(sandbox, new Date(secrets.today)));
  await Promise.all([sandbox.portal.close(), sandbox.feed.close(), sandbox.owner.close()]);
  fs.writeFileSync(stamp, version);
}

/** With another port the identity provider has another name, and staff are known by its word. */
async function followIssuer({ database, issuer }: Load): Promise<void> {
  const db = connect(database.url("portal"), { applicationName: "sandbox", max: 1 });
  await db.sql`update staff_roles set issuer = ${issuer} where issuer <> ${issuer}`;
  await db.close();
}

/** Another province – a new story, a new facility – has another fingerprint. */
function fingerprint(): string {
  const hash = crypto.createHash("sha256");
  for (const name of fs.readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).sort())
    if (name.endsWith(".ts")) hash.update(name).update(fs.readFileSync(path.join(SOURCE, name)));
  return hash.digest("hex");
}
