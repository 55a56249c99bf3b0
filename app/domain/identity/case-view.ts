import type { Agreement } from "#app/domain/persons/rules.ts";
import type { CaseAnswer, CaseRefusal, CaseState, Told } from "./case-rules.ts";
import type { UnclearReason } from "./linking-rules.ts";

/** What somebody whose sign-in waits sees of their own case: nothing of anybody else, nor of the store. */
export interface HelpView {
  reference: string;
  state: CaseState;
  told: Told;
  openedAt: string;
  dueAt: string;
  /** May something be left for the people who sort it? */
  waiting: boolean;
  /** The telephone number that was left, all but its end hidden. */
  phone: string | undefined;
  words: string | undefined;
  saidAt: string | undefined;
  answer: CaseAnswer | undefined;
  refusal: CaseRefusal | undefined;
}

/** A waiting sign-in in the operators' list. It says nothing of who it is about. */
export interface IdentityCaseRowView {
  id: string;
  reference: string;
  reason: UnclearReason;
  state: CaseState;
  issuer: string;
  openedAt: string;
  dueAt: string;
  /** Waits beyond its deadline. */
  late: boolean;
  decidedAt: string | undefined;
  /** Somebody has left a way to reach them. */
  reachable: boolean;
  /** Waits for a second operator. */
  proposed: boolean;
}

export interface IdentityCasesView {
  cases: IdentityCaseRowView[];
  /** Waiting ones, or those decided in the last 30 days. */
  shown: "waiting" | "decided";
  waiting: number;
  late: number;
  page: number;
  pages: number;
}

export interface ClaimedView {
  name: string;
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  numbers: { kind: string; value: string; former: boolean }[];
}

export interface AccountView {
  id: string;
  /** The digital ID's name, when it is still configured. */
  label: { vi: string; en: string } | undefined;
  since: string;
  lastUsedAt: string | undefined;
  by: "sign-in" | "operator" | "earlier";
  ended: { at: string; why: "unlinked" | "replaced" | "moved" } | undefined;
}

/** Somebody the account may belong to. */
export interface ClaimantView {
  id: string;
  names: string[];
  birth: { low: string; high: string } | undefined;
  sex: "male" | "female" | "unknown";
  deceased: boolean;
  /** What led to them: the account itself, a number, or an operator's look-up. */
  by: string[];
  agreement: { name: Agreement; birth: Agreement; sex: Agreement };
  /** Accounts that lead to them now. */
  accounts: AccountView[];
  /** Linking would end another account of the same digital ID. */
  replaces: boolean;
  /** The account that asks is theirs already. */
  linked: boolean;
  /** Their current personal number could be recorded as replaced by the one that is said. */
  reissue: boolean;
  /** An operator alone says so: another one has to confirm it. */
  second: boolean;
}

/** To whom an operator wants to link the account. */
export interface ProposalView {
  id: string;
  kind: "link" | "replace" | "reissue";
  personId: string;
  why: string;
  at: string;
  /** The reader's own: somebody else confirms it. */
  mine: boolean;
}

/** What an operator gave as grounds, at which step. */
export interface ReasonView {
  reference: string;
  step: "proposed" | "sent-back" | "withdrawn" | "overtaken" | "linked" | "created" | "refused";
  refusal: CaseRefusal | undefined;
  why: string | undefined;
  mine: boolean;
  at: string;
}

export interface IdentityCaseView extends IdentityCaseRowView {
  revision: number;
  label: { vi: string; en: string } | undefined;
  claimed: ClaimedView | undefined;
  candidates: ClaimantView[];
  proposal: ProposalView | undefined;
  reasons: ReasonView[];
  phone: string | undefined;
  words: string | undefined;
  saidAt: string | undefined;
  answer: CaseAnswer | undefined;
  refusal: CaseRefusal | undefined;
  /** Whom it was linked to. */
  personId: string | undefined;
}

/** One of the accounts the reader may sign in with. */
export interface OwnAccountView extends AccountView {
  /** The one this session was opened with. */
  current: boolean;
  /** A further one, linked within the last month. */
  added: boolean;
}
