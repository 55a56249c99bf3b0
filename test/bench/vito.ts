import fs from "node:fs";
import path from "node:path";
import { receiveMessage } from "#app/domain/feeds/receive-message.ts";
import { newId } from "#app/shared/ids.ts";
import { personIdOf } from "../sandbox/province/load.ts";
import { testdataFolder, withPersonalNumber } from "../support/testdata.ts";
import type { Bench } from "./support.ts";

/** The Bundle of 1,244 entries and 3.5 MB as the chart of somebody else, with this number and papers of their own. */
export function vitoBundle(number: string): Uint8Array<ArrayBuffer> {
  const folder = path.join(testdataFolder, "synthea-r4");
  const file = fs.existsSync(folder) ? fs.readdirSync(folder).find((name) => name.startsWith("Vito")) : undefined;
  if (!file) throw new Error("Vito's Bundle is not there; set TESTDATA_DIR.");
  const text = new TextDecoder().decode(withPersonalNumber(path.join(folder, file), number));
  const identifiers =
    /"identifier":\[\{"system":"https:\/\/github.com\/synthetichealth\/synthea".*?(?=\{"system":"http:\/\/fhir.ehealth)/s;
  return new TextEncoder().encode(text.replace(identifiers, '"identifier":[').replaceAll(VITO, newId()));
}

const VITO = "63dd4423-56ec-4f40-9dd6-82bc133aaddc";

/** Vito's chart as a persona's. They have another name than Vito: this is a measurement, so it is bound. */
export async function importVito(bench: Bench, key: string, number: string): Promise<void> {
  const boundTo = await personIdOf({ portal: bench.connect("portal", 1), keys: bench.keys }, key);
  const answer = await receiveMessage(
    { db: bench.connect("feed"), keys: bench.keys, now: () => new Date() },
    {
      facilityId: newId(),
      channel: "command",
      clientId: undefined,
      bytes: vitoBundle(number),
      boundTo,
      allowSingle: false,
    },
  );
  if (answer.state !== "accepted") throw new Error(`Vito was not taken: ${answer.reason}`);
}
