import type { BookPerson, SectionView } from "../view.ts";
import type { CopyFailure, CopyState } from "./rules.ts";

/** How a copy goes, for who ordered it. */
export interface CopyView {
  id: string;
  state: CopyState;
  failure: CopyFailure | undefined;
  orderedAt: string;
  parts: { done: number; of: number } | undefined;
  /** Of one that is ready. */
  file: { entries: number; bytes: number; madeAt: string; endsAt: string } | undefined;
}

/** A whole book as it is put on paper. */
export interface WholeBook {
  person: BookPerson;
  sections: SectionView[];
  /** Who has sent what is in it, the newest first. */
  sources: { facility: string; entries: number; lastReceivedAt: string }[];
  entries: number;
}
