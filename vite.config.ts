import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { denyImports } from "vite-env-only";
import remixConfig from "./remix.config.js";

/** What must never reach a browser; the client build fails when it would. */
const serverOnly = {
  files: [
    "**/db/**",
    "**/app/domain/**",
    "**/app/adapters/**",
    "**/app/http/**",
    "**/app/print/**",
    "**/app/config.ts",
    "**/app/server.ts",
  ],
  specifiers: [/^node:/, "postgres", /^drizzle-orm/, "zod", "jose", "openid-client", "oidc-provider", "pino"],
};

export default defineConfig(({ command }) => ({
  plugins: [
    // In development the plugin's style walker reads server files; the guard is for builds.
    ...(command === "build" ? [denyImports({ client: serverOnly })] : []),
    tailwindcss(),
    remix(remixConfig),
  ],
  build: { target: "es2022", sourcemap: false },
}));
