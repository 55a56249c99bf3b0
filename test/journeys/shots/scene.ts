import type { Visitor } from "./visitor.ts";
import type { Who } from "./who.ts";

/** Something worth looking at: a page in a state, as one person meets it. */
export interface Scene {
  /** Names the pictures' files; says what is seen. */
  id: string;
  title: string;
  who: Who;
  /** Leads the browser there; every step is taken in the language of the variant. */
  open(visitor: Visitor): Promise<unknown>;
  /** The answer expected of the page shown; 200 unless it is an error that is looked at. */
  status?: number;
  /** Where it ends, when it is not where `go` was sent to. */
  lands?: RegExp;
  /** As on paper, once per language. */
  print?: true;
  /** In the dark theme, or in the reader's own few colours. */
  colours?: "dark" | "forced";
}

export interface SceneGroup {
  title: string;
  scenes: Scene[];
}

export interface Variant {
  locale: "vi" | "en";
  script: boolean;
}

export const widths = [360, 1280] as const;
/** What is left of A4 between the margins of the print style. */
export const paper = 680;

/** A page opened by its address alone. */
export const at = (who: Who, id: string, title: string, path: string, more: Partial<Scene> = {}): Scene => ({
  id,
  title,
  who,
  open: (visitor) => visitor.go(path),
  ...more,
});
