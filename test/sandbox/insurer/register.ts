import { foldName } from "#app/shared/names.ts";
import { facility } from "../province/facilities.ts";
import { persona } from "../province/personas.ts";
import { homeOf } from "../province/stories/people.ts";

/** A card as the invented insurer knows it. */
export interface Card {
  personaKey: string;
  /** Fifteen characters; the ten digits at its end are what facilities write down. */
  number: string;
  name: string;
  /** dd/MM/yyyy */
  birth: string;
  personalNumber: string | undefined;
  gender: string;
  /** Facility of first registration. */
  place: string;
  from: string;
  to: string;
  /** What the check answers where name and birth date are right. */
  code: string;
  newNumber?: string;
  fiveYears?: string;
}

interface Told {
  prefix: string;
  at: string;
  /** First and last year it is good for, counted from this one. */
  years?: readonly [from: number, to: number];
  code?: string;
  newPrefix?: string;
  fiveYears?: string;
}

/** The stories: most cards hold; two have ended, one was replaced by another. */
const told: Readonly<Record<string, Told>> = {
  lan: { prefix: "HT399", at: "commune-station", fiveYears: "01/01/2015" },
  hung: { prefix: "GD499", at: "commune-station", years: [-1, -1], code: "010" },
  ha: { prefix: "DN499", at: "clinic" },
  bao: { prefix: "TE199", at: "children-hospital", years: [-2, 4] },
  quan: { prefix: "HS499", at: "regional-centre" },
  mai: { prefix: "GD499", at: "commune-station", code: "003", newPrefix: "CN399" },
  thanh: { prefix: "DN499", at: "clinic" },
  hoa: { prefix: "GD499", at: "commune-station", years: [-1, 0], code: "120" },
  vinh: { prefix: "DN499", at: "general-hospital" },
  "duc-anh": { prefix: "DN499", at: "general-hospital" },
  trang: { prefix: "DN499", at: "clinic" },
};

/** Every card of the invented province, as of that year. */
export const cardsOf = (year: number): Card[] =>
  Object.entries(told).map(([personaKey, story]) => {
    const { name, birthDate, personalNumber, gender } = persona(personaKey);
    const digits = homeOf(personaKey).insurance ?? "";
    const [first, last] = story.years ?? [0, 0];
    return {
      personaKey,
      number: `${story.prefix}${digits}`,
      name,
      birth: birthDate.split("-").reverse().join("/"),
      personalNumber,
      gender: gender === "male" ? "Nam" : "Nữ",
      place: facility(story.at).code5,
      from: `01/01/${year + first}`,
      to: `31/12/${year + last}`,
      code: story.code ?? "000",
      ...(story.newPrefix ? { newNumber: `${story.newPrefix}${digits}` } : {}),
      ...(story.fiveYears ? { fiveYears: story.fiveYears } : {}),
    };
  });

/** By its fifteen characters, its last ten, or the number of the person. */
export const findCard = (cards: readonly Card[], asked: string): Card | undefined =>
  cards.find((card) => card.number === asked || card.number.slice(-10) === asked || card.personalNumber === asked);

/** The gateway's first complaint about what was asked, or what the card's own story says. */
export function resultOf(cards: readonly Card[], asked: { number: string; name: string; birth: string }): string {
  if (!/^(?:\d{10}|\d{12}|[A-Z]{2}\d{13})$/.test(asked.number)) return "051";
  if (/^[A-Z]{2}[^1-5]/.test(asked.number)) return "053";
  const card = findCard(cards, asked.number);
  if (!card) return "050";
  if (foldName(card.name) !== foldName(asked.name)) return "060";
  if (card.birth !== asked.birth && card.birth.slice(-4) !== asked.birth) return "070";
  return card.code;
}
