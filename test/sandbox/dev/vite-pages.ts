import type { Server } from "node:http";
import path from "node:path";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import { isPage } from "./pages.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Pages ship no script of ours that could take a change in place: the browser loads the page again. */
const loadAgain: Plugin = {
  name: "load-page-again",
  handleHotUpdate({ file, server }) {
    if (isPage(path.relative(ROOT, file)) && !file.endsWith(".css")) server.ws.send({ type: "full-reload" });
  },
};

/** Vite inside the portal's own server, so that pages, their files and the reload share one origin. */
export function vitePages(server: Server): Promise<ViteDevServer> {
  return createServer({
    root: ROOT,
    appType: "custom",
    logLevel: "warn",
    plugins: [loadAgain],
    // As paths; a name like "#app/…" counts as a package, and Node would keep the first version of it.
    resolve: { alias: { "#app": path.join(ROOT, "app"), "#db": path.join(ROOT, "db") } },
    server: {
      middlewareMode: true,
      hmr: { server, overlay: false },
      watch: { ignored: ["**/.data/**", "**/.cache/**", "**/build/**", "**/test/**", "**/docs/**"] },
      // Vite serves files of the project; secrets of the demo are none of them.
      fs: { deny: [".env", ".env.*", "*.{crt,pem}", "**/.git/**", "**/.data/**", "**/.cache/**"] },
    },
  });
}
