import fs from "node:fs";
import { readBundle } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { parseFhirJson } from "#app/adapters/record-store/fhir-r4/json.ts";

const root = "/work/shared/testdata/";
let n = 0,
  bad = 0;
for (const d of ["synthea-r4", "ips-2.0.1", "ips-1.x", "ips-stu3", "hl7-r4-examples", "ihe-pcf-consent"])
  for (const f of fs.readdirSync(root + d)) {
    if (!f.endsWith(".json")) continue;
    const t = performance.now();
    const body = parseFhirJson(fs.readFileSync(root + d + "/" + f, "utf8"));
    const { bundle, issues } = readBundle(body, { allowSingle: true });
    if (issues.length) console.log(f, JSON.stringify(issues));
    const c = 0;
    for (const i of bundle?.items ?? []) {
      n++;
      const all = [...i.issues, ...(i.resource ? checkResource(i.resource, i.expression) : [])].filter(
        (x) => x.severity == "error",
      );
      if (all.length) {
        bad++;
        console.log(f, JSON.stringify(all.slice(0, 3)));
      }
    }
    if (d == "synthea-r4") console.log(f, (performance.now() - t) | 0, "ms");
  }
console.log(n, bad);
