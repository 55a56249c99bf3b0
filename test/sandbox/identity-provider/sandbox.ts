import type { Request } from "express";
import { chooseLanguage } from "../http/language.ts";
import type { Directory } from "./directory.ts";
import type { FaultSwitch } from "./faults/switch.ts";
import type { SpoilingKeys } from "./keys.ts";
import type { OidcLibrary, Provider } from "./library.ts";
import { type PageContext, pageContext } from "./pages/layout.ts";
import type { Profile } from "./profiles/profile.ts";
import type { ProviderSessions } from "./sessions.ts";

/** What the sandbox's pages work with. */
export interface Sandbox {
  /** The server's own address. */
  origin: string;
  profile: Profile;
  portalOrigin: string;
  library: OidcLibrary;
  provider: Provider;
  sessions: ProviderSessions;
  keys: SpoilingKeys;
  directory: Directory;
  /** Of who signs in like this; before it is made one of each application's own. */
  subjectOf(login: string): string;
  faults: FaultSwitch;
  onError(error: unknown): void;
}

/** The page's language: as the address says, else as the application asked (`ui_locales`). */
export function pageFor(sandbox: { portalOrigin: string }, req: Request, uiLocales?: unknown): PageContext {
  return pageContext(chooseLanguage(req.query.lang, uiLocales), sandbox.portalOrigin);
}
