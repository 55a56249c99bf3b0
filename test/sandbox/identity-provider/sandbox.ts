import type { Request } from "express";
import { chooseLanguage } from "../http/language.ts";
import type { Directory } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { OidcLibrary, Provider } from "./library.ts";
import { type PageContext, pageContext } from "./pages/layout.ts";

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
