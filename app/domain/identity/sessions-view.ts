import type { StaffRole } from "./view.ts";

/** A browser somebody is signed in with, as they read it. */
export interface SessionLine {
  id: string;
  /** Browser and system, `Chrome/Android`; see `adapters/visitor`. */
  device: string;
  /** Country code, `local` or `unknown`. */
  network: string;
  since: string;
  lastUsed: string;
  current: boolean;
  duty: { role: StaffRole; facility: string | undefined } | undefined;
}

/** One line of the sign-in history. */
export interface SignInLine {
  id: string;
  at: string;
  kind: string;
  /** Why refused or ended, as a code. */
  code: string | undefined;
  device: string;
  network: string;
}

export interface SignInsView {
  lines: SignInLine[];
  page: number;
  pages: number;
}
