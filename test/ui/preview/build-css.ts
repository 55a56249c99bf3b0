import fs from "node:fs";
import path from "node:path";
import tailwindcss from "@tailwindcss/vite";
import { build } from "vite";

/** Builds the portal's stylesheet with its fonts into a folder; answers the name of the file. */
export async function buildCss(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    base: "./",
    plugins: [tailwindcss()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsDir: ".",
      assetsInlineLimit: 0,
      rollupOptions: { input: path.resolve("app/ui/styles/app.css") },
    },
  });
  const css = fs.readdirSync(folder).find((file) => file.endsWith(".css"));
  if (!css) throw new Error("No stylesheet was built.");
  return css;
}
