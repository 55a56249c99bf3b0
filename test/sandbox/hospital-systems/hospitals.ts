import type { Request } from "express";
import { chooseLanguage } from "../http/language.ts";
import type { Page } from "../http/layout.ts";
import { facilities, type SandboxFacility } from "../province/facilities.ts";
import { type Words, words } from "./pages/words.ts";
import type { Systems } from "./systems.ts";

/** What the pages work with. */
export interface Hospitals {
  portal: string;
  /** Keys of the facilities that have a system. */
  sending: readonly string[];
  systems: Systems;
}

export type HospitalPage = Page<Words> & { portalOrigin: string };

export function pageFor({ portal }: Hospitals, req: Request): HospitalPage {
  const language = chooseLanguage(req.query.lang);
  return { language, t: words[language], portalOrigin: portal };
}

/** Facilities with a system, in the province's order. */
export const senders = ({ sending }: Hospitals): SandboxFacility[] =>
  facilities.filter(({ key }) => sending.includes(key));

export const silent = ({ sending }: Hospitals): SandboxFacility[] =>
  facilities.filter(({ key }) => !sending.includes(key));
