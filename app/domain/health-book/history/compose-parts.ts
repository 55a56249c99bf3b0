import type { BookSection } from "#app/domain/access/data-types.ts";
import type { EntryRow } from "../internal/entry-row.ts";
import type { ItemView, NoneStatement, ResultView } from "../view.ts";
import { diseasesOf, type Place, placeOf } from "./place-of.ts";
import { type HistoryPart, historyParts, questions } from "./questions.ts";
import type { AnswerView, HistoryPartView } from "./view.ts";

export interface Told {
  row: EntryRow;
  item: ItemView;
}

export type SectionStatement = NoneStatement & { section: BookSection };

/** Sections whose statements of "none" answer a part of the form. */
const SPEAKS_OF: Partial<Record<BookSection, HistoryPart>> = {
  allergies: "allergies",
  conditions: "illnesses",
  procedures: "surgery",
};

/** What was told, in the order of the form: answers by question, everything else by the part it belongs to. */
export function composeParts(told: Told[], statements: SectionStatement[]): HistoryPartView[] {
  const placed = told.map((one) => ({ ...one, place: placeOf(one.row) }));
  return historyParts.map((part) => {
    const own = placed.filter(({ place }) => place.part === part);
    const results = own.flatMap(({ row, item, place }) => (item.kind === "result" ? [{ row, item, place }] : []));
    const answers = inOrder(part, answersOf(results));
    const items = own.flatMap(({ item }) => (item.kind === "result" ? [] : [item]));
    const said = statements.filter(({ section }) => SPEAKS_OF[section] === part);
    const view = { part, answers, items, statements: said, more: undefined };
    return {
      ...view,
      unsaid: unsaid(
        view,
        own.map(({ row }) => row),
      ),
    };
  });
}

interface Answered {
  row: EntryRow;
  item: ResultView;
  place: Place;
}

/** What is asked the same: a question of the form, else the same code or the same words; each relative is their own. */
function questionKey({ row, item, place }: Answered): string {
  if (row.type === "FamilyMemberHistory") return row.id;
  return place.question ?? `${(item.title ?? row.id).toLowerCase()}`;
}

/** Newest first, as the rows come; an answer taken back stands behind those that hold. */
function answersOf(results: Answered[]): AnswerView[] {
  const groups = new Map<string, Answered[]>();
  for (const one of results) groups.set(questionKey(one), [...(groups.get(questionKey(one)) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const ordered = [...group].sort((a, b) => Number(a.item.withdrawn) - Number(b.item.withdrawn));
    const [first, ...earlier] = ordered;
    return first
      ? [{ question: first.place.question, answer: first.item, earlier: earlier.map(({ item }) => item) }]
      : [];
  });
}

function inOrder(part: HistoryPart, answers: AnswerView[]): AnswerView[] {
  const place = ({ question }: AnswerView) => {
    const at = questions[part].findIndex(({ id }) => id === question);
    return at === -1 ? questions[part].length : at;
  };
  return [...answers].sort((a, b) => place(a) - place(b));
}

/** Kinds of allergy as a statement or an item names them. */
const KINDS: Readonly<Record<string, string>> = {
  medication: "di_ung.thuoc",
  environment: "di_ung.hoa_chat_my_pham",
  food: "di_ung.thuc_pham",
};

/**
 * Questions nobody answered, where the form was filled in for others of the part: an illness or allergy that is there
 * answers its own, and whoever says there is none at all answers all. Of relatives the form lists what they have alone.
 */
function unsaid({ part, answers, items, statements }: Omit<HistoryPartView, "unsaid">, rows: EntryRow[]): string[] {
  if (part === "family" || (answers.length === 0 && items.length === 0 && statements.length === 0)) return [];
  const ofAll = answers.some(({ question }) => question !== undefined && !question.includes(".") && isList(part));
  if (ofAll || statements.some(({ says, scope }) => says === "none-known" && !scope)) return [];
  const known = new Set<string | undefined>([
    ...answers.map(({ question }) => question),
    ...(part === "illnesses" ? rows.flatMap(diseasesOf).map((id) => `benh_ban_than.${id}`) : []),
    ...statements.map(({ scope }) => KINDS[scope ?? ""]),
    ...items.flatMap((item) => (item.kind === "allergy" ? item.categories.map((one) => KINDS[one]) : [])),
  ]);
  // An allergy or disability that says no kind may be of any.
  if (part === "disabilities" && items.length > 0) return [];
  if (part === "allergies" && items.some((item) => item.kind === "allergy" && item.categories.length === 0))
    known.add("di_ung.khac");
  return questions[part].flatMap(({ id }) => (known.has(id) || isWhole(part, id) ? [] : [id]));
}

const isList = (part: HistoryPart): boolean => part === "illnesses" || part === "disabilities";

/** Boxes that no form has by itself: the list as such, and what may be added to it. */
const isWhole = (part: HistoryPart, id: string): boolean =>
  (isList(part) && !id.includes(".")) ||
  ["phau_thuat", "van_de_khac", "benh_phu_khoa", "nguy_co_khac", "van_de_luc_sinh"].includes(id);
