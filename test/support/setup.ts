import { afterEach, expect, vi } from "vitest";

// Nothing may be written to the console unnoticed: a warning from React or Node is a finding.
const said: string[] = [];
for (const level of ["error", "warn"] as const) {
  vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
    said.push(`console.${level}: ${args.map(String).join(" ")}`);
  });
}

afterEach(() => {
  const all = said.splice(0);
  expect(all, "unexpected console output").toEqual([]);
});
