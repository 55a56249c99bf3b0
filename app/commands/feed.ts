import { command, readOptions } from "./command.ts";
import { importFiles } from "./feed/import.ts";
import { rawBytes } from "./feed/raw.ts";

const USAGE = `npm run feed -- import <files or folders …> [--facility C] [--person N]

  Takes FHIR R4 Bundles, single resources and NDJSON, XML packages of QĐ 3176, exports of the immunisation register
  (.csv) and Form 831 (.831.json), as if the facility had sent them.
  --facility C   5-character code of the facility (default: the health department; for XML the package's MA_CSKCB)
  --person N     binds everything to the person with this personal number; an operator's act, logged

npm run feed -- raw --facility C --message ID

  Writes the bytes of a kept delivery, as they came, to the standard output; an operator's act, logged`;

/** npm run feed – bulk load from disk. */
await command(async ({ say, args }) => {
  const { values, positionals } = readOptions(
    args,
    { facility: { type: "string" }, person: { type: "string" }, message: { type: "string" } },
    USAGE,
  );
  const [verb, ...files] = positionals;
  if (verb === "raw" && values.facility && values.message) {
    process.stdout.write(await rawBytes({ facility: values.facility, messageId: values.message }));
    return;
  }
  if (verb !== "import" || files.length === 0) throw new Error(`usage: ${USAGE}`);
  const clean = await importFiles({ files, facility: values.facility, person: values.person }, say);
  if (!clean) process.exitCode = 2;
});
