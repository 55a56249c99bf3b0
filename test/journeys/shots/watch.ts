import type { ConsoleMessage, Page, Request } from "playwright-core";
import type { Demo } from "./demo.ts";

/** Notes what must not happen while a page is shown, and where the browser has been. */
export class Watch {
  /** Paths of the portal that were opened on the way. */
  readonly visited = new Set<string>();
  status = 0;
  #wrong: string[] = [];

  constructor(page: Page, demo: Demo) {
    page.on("console", (message) => this.#console(message));
    page.on("pageerror", (error) => this.#wrong.push(`error in a script: ${error.message}`));
    page.on("request", (request) => this.#request(request, demo));
    page.on("response", (response) => {
      const { origin, pathname } = new URL(response.url());
      if (response.request().isNavigationRequest()) {
        this.status = response.status();
        if (origin === demo.portal) this.visited.add(pathname);
      }
      if (response.status() >= 500) this.#wrong.push(`answered ${response.status()}: ${pathname}`);
    });
  }

  /** What went wrong since it was asked last. */
  take(): string[] {
    return this.#wrong.splice(0);
  }

  #console(message: ConsoleMessage): void {
    if (message.type() !== "error") return;
    // Chromium also reports a page that answers 404; whether it should is the scene's to say.
    if (message.text().startsWith("Failed to load resource") && this.status >= 400 && this.status < 500) return;
    this.#wrong.push(`console: ${message.text()}`);
  }

  #request(request: Request, demo: Demo): void {
    const { protocol, origin } = new URL(request.url());
    if (protocol === "data:") return;
    const own = request.isNavigationRequest()
      ? [demo.portal, demo.provider].includes(origin)
      : origin === new URL(request.frame().url()).origin;
    if (!own) this.#wrong.push(`asked a foreign origin: ${origin}`);
  }
}
