import fs from "node:fs";
import { SingleBar } from "cli-progress";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { readCommandConfig } from "#app/config.ts";
import { noteImport } from "#app/domain/access/note-import.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { inWhole } from "#app/domain/feeds/receive-file.ts";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { findOrCreatePerson } from "#app/domain/persons/find-or-create-person.ts";
import { Lanes } from "#app/shared/lanes.ts";
import { connect, type Db } from "#db/client.ts";
import { ownKeys } from "../command.ts";
import { type Delivery, deliveriesOf, filesOf } from "./deliveries.ts";
import { findFacility } from "./find-facility.ts";
import { senderOf } from "./sender-of.ts";
import { Summary } from "./summary.ts";

/**
 * Packages under way at once: each is whole in itself, and of one case it does not matter which is taken first. Bundles
 * may refer to those before them, and come one after the other.
 */
const AT_ONCE = 4;

export interface ImportInput {
  files: string[];
  /** 5-character insurance code; the health department when absent. */
  facility: string | undefined;
  /** Personal number all files are bound to. */
  person: string | undefined;
}

/** Loads files as if their facility had sent them. Can be stopped and run again: what was taken is not taken twice. */
export async function importFiles(input: ImportInput, say: (line: string) => void): Promise<boolean> {
  const config = readCommandConfig(["DATABASE_URL", "FEED_DATABASE_URL", "KEYS_DIR", "SANDBOX"]);
  const keys = ownKeys(config);
  const files = filesOf(input.files);
  const portal = connect(config.DATABASE_URL, { applicationName: "so-khoe-import", max: 2 });
  const feed = connect(config.FEED_DATABASE_URL, {
    applicationName: "so-khoe-import",
    max: AT_ONCE,
    statementTimeout: 300,
  });
  try {
    const facilityId = await findFacility(portal, input.facility);
    const boundTo = input.person ? await bindPerson(portal, keys, input.person, facilityId, files.length) : undefined;
    const summary = await run({ portal, byItself: !input.facility, feed, keys, files, facilityId, boundTo });
    for (const line of summary.lines()) say(line);
    return summary.clean;
  } finally {
    await Promise.all([portal.close(), feed.close()]);
  }
}

/**
 * Binding is an operator's act: it stands in the operators' log and in the person's own, both or neither,
 * before anything is loaded.
 */
function bindPerson(db: Db, keys: KeyRing, number: string, facilityId: string, files: number): Promise<string> {
  return db.transaction({}, async (tx) => {
    const personId = await findOrCreatePerson(tx, keys, number);
    await recordAct(
      tx,
      { actor: { kind: "job", name: "feed-import" } },
      { act: "feed.import-bound", about: { kind: "person", id: personId }, detail: { files } },
    );
    await noteImport(tx, { personId, facilityId });
    return personId;
  });
}

interface Run {
  portal: Db;
  /** Nobody said whose the files are; a package does. */
  byItself: boolean;
  feed: Db;
  keys: KeyRing;
  files: string[];
  facilityId: string;
  boundTo: string | undefined;
}

async function run({ portal, byItself, feed, keys, files, facilityId, boundTo }: Run): Promise<Summary> {
  const summary = new Summary();
  const total = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const bar = new SingleBar({
    format: "{bar} {percentage}% · {deliveries} deliveries · {file}",
    clearOnComplete: true,
    noTTYOutput: false,
    stream: process.stderr,
  });
  bar.start(Math.max(total, 1), 0, { deliveries: 0, file: "" });
  let before = 0;
  let deliveries = 0;
  const now = clock();
  const take = async ({ where, bytes, places, readTo, format, directory, rows = [] }: Delivery) => {
    const [receivedAt, read] = [now(), before + readTo];
    const sender = format === "qd3176-xml" && byItself ? ((await senderOf(portal, bytes)) ?? facilityId) : facilityId;
    const answer = await receiveMessage(
      { db: feed, keys, now: () => receivedAt },
      {
        facilityId: sender,
        channel: "command",
        format,
        clientId: undefined,
        bytes,
        directory,
        boundTo: directory ? undefined : boundTo,
        allowSingle: true,
      },
    );
    summary.add(where, inWhole(answer, rows), places);
    bar.update(read, { deliveries: ++deliveries, file: where });
  };
  const failed = (where: string) => (error: unknown) =>
    summary.fail(where, error instanceof Error ? error.message : String(error));
  const lanes = new Lanes(AT_ONCE);
  for (const file of files) {
    try {
      for await (const delivery of deliveriesOf(file)) {
        if (delivery.format === "qd3176-xml") await lanes.run(() => take(delivery).catch(failed(delivery.where)));
        else {
          await lanes.ended();
          await take(delivery);
        }
      }
    } catch (error) {
      failed(file)(error);
    }
    before += fs.statSync(file).size;
  }
  await lanes.ended();
  bar.stop();
  return summary;
}

/** Times of receipt in the order of the files, never the same twice: among packages of one day the later one holds. */
function clock(): () => Date {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last);
  };
}
