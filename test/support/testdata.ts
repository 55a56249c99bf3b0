import fs from "node:fs";
import path from "node:path";

/** Foreign test data that the project does not carry (design §3). */
export const testdataFolder = path.resolve(process.env.TESTDATA_DIR ?? "../shared/testdata");
export const haveTestdata = fs.existsSync(testdataFolder);

export const testdataFiles = (folder: string): string[] =>
  fs
    .readdirSync(path.join(testdataFolder, folder))
    .filter((f) => f.endsWith(".json"))
    .map((f) => path.join(testdataFolder, folder, f));

interface Bundle {
  resourceType: string;
  type?: string;
  entry?: {
    resource: { resourceType: string; identifier?: object[]; [key: string]: unknown };
    [key: string]: unknown;
  }[];
  [key: string]: unknown;
}

/** A Bundle of the folder with a personal number added to its Patient, as a hospital here would send it. */
export function withPersonalNumber(file: string, number: string): Uint8Array {
  const bundle: Bundle = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const entry of bundle.entry ?? []) {
    if (entry.resource.resourceType !== "Patient") continue;
    entry.resource.identifier = [
      ...(entry.resource.identifier ?? []),
      { system: "http://fhir.ehealth.gov.vn/core/sid/cccd", value: number },
    ];
  }
  return new TextEncoder().encode(JSON.stringify(bundle));
}
