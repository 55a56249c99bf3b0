import { expect, it } from "vitest";
import { readPackage } from "#app/adapters/record-store/qd3176/read-package.ts";
import { packageMessages } from "./province/packages.ts";

it("the province's packages pass every check of the standard, money included", () => {
  for (const { bytes } of packageMessages(new Date("2026-11-22T09:00:00+07:00"))) {
    const { package: read, issues } = readPackage(bytes);
    expect(read?.maCskcb).toBe("99010");
    expect(issues.filter((i) => i.severity !== "information")).toEqual([]);
  }
});
