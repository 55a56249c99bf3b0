import { DomainError } from "#app/shared/errors.ts";
import { personalNumber } from "#app/shared/identifiers.ts";
import type { ClaimSettings } from "../settings/claims.ts";
import { type BirthDays, birthDays } from "./birth-date.ts";
import { type Claims, firstText, textAt } from "./claim-at.ts";

export interface PersonClaims {
  name: string | undefined;
  birth: BirthDays | undefined;
  sex: "male" | "female" | "unknown";
  personalNumber: string | undefined;
  /** The number it was issued instead of, where the provider says so (Decree 70/2024 art. 11). */
  formerNumber?: string | undefined;
  passport: string | undefined;
}

/** Who it is about, as far as the provider says it. @throws DomainError `claims-number` for a number that cannot be one. */
export function personOf(claims: Claims, said: ClaimSettings): PersonClaims {
  const born = firstText(claims, said.birthDate.from);
  return {
    name: nameOf(claims, said.name),
    birth: born === undefined ? undefined : birthDays(born, said.birthDate.formats, said.birthDate.firstOfJanuary),
    sex: sexOf(claims, said.sex),
    personalNumber: numberOf(claims, said.personalNumber),
    formerNumber: personalNumber(firstText(claims, said.formerNumber.from) ?? ""),
    passport: firstText(claims, said.passport.from),
  };
}

/** As Vietnamese write it, the family name first; in NFC with single spaces. */
function nameOf(claims: Claims, { from, parser }: ClaimSettings["name"]): string | undefined {
  const parts = parser === "full" ? [firstText(claims, from)] : from.map((path) => textAt(claims, path));
  if (parser === "given-first") parts.reverse();
  const name = parts.flatMap((part) => part ?? []).join(" ");
  return name.normalize("NFC").replace(/\s+/gu, " ").trim() || undefined;
}

function sexOf(claims: Claims, { from, male, female }: ClaimSettings["sex"]): PersonClaims["sex"] {
  const code = folded(firstText(claims, from) ?? "");
  if (code === "") return "unknown";
  if (male.some((one) => folded(one) === code)) return "male";
  return female.some((one) => folded(one) === code) ? "female" : "unknown";
}

const folded = (text: string): string => text.normalize("NFC").toLowerCase();

function numberOf(claims: Claims, said: ClaimSettings["personalNumber"]): string | undefined {
  const text = firstText(claims, said.from);
  if (text === undefined) return undefined;
  const { stripPrefix: prefix } = said;
  const bare = prefix !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  const number = said.parser === "any" ? bare : personalNumber(bare);
  if (!number) throw new DomainError("invalid", "claims-number", "The provider's number is no personal number.");
  return number;
}
