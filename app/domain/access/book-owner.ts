import { DomainError } from "#app/shared/errors.ts";
import type { Actor } from "./actor.ts";

/** Whose book the actor reads: their own, or that of whom they act for. */
export function bookOwner(actor: Actor): string {
  if (actor.kind === "citizen") return actor.personId;
  if (actor.kind === "proxy") return actor.represented.personId;
  throw new DomainError("forbidden", "no-book", "This actor has no book to open.");
}

/** May they report, withdraw and so on in that book: whoever it is of, and who acts for them and does not only look. */
export const mayChange = (actor: Actor): boolean =>
  actor.kind === "citizen" || (actor.kind === "proxy" && actor.represented.scope === "act");
