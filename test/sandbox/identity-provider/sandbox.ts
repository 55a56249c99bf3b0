import type { Request } from "express";
import type { Directory } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { OidcLibrary, Provider } from "./library.ts";
import { type PageContext, pageContext } from "./pages/layout.ts";
import { chooseLanguage } from "./pages/words.ts";

/** What the sandbox's pages work with. */
export interface Sandbox {
  issuer: string;
  portalOrigin: string;
  library: OidcLibrary;
  provider: Provider;
  directory: Directory;
  faults: FaultSwitch;
  fixtures(): object;
  onError(error: unknown): void;
}

/** The page's language: as the address says, else as the application asked (`ui_locales`). */
export function pageFor(sandbox: Sandbox, req: Request, uiLocales?: unknown): PageContext {
  return pageContext(chooseLanguage(req.query.lang, uiLocales), sandbox.portalOrigin);
}

/** One field of a form or JSON body, as text; never an array or an object. */
export function field(req: Request, name: string): string | undefined {
  const body: unknown = req.body;
  if (typeof body !== "object" || body === null) return undefined;
  const value = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
