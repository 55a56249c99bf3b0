import { LosslessNumber } from "lossless-json";
import { foldName } from "#app/shared/names.ts";
import { partialDateOf } from "../feed-files/dates.ts";
import type { FileIssues } from "../feed-files/file-issues.ts";
import { decimal } from "../qd3176/mapping/elements.ts";
import { decimalOf } from "../qd3176/values.ts";

const MOST_ITEMS = 200;

/** What people write into a field of names where there is none, and where nobody knows. */
const NONE = /^(?:khong|khong co|khong co gi|chua|chua co|chua phat hien|chua ghi nhan|none|no)$/;
const NOT_KNOWN = /^(?:khong ro|chua ro|chua biet|khong biet|unknown)?$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

/** A part of a form of which nothing is taken for granted; what cannot be read is said once, and left out. */
export class Part {
  readonly #value: Record<string, unknown>;
  readonly #path: string;
  readonly #issues: FileIssues;

  constructor(value: unknown, path: string, issues: FileIssues) {
    this.#path = path;
    this.#issues = issues;
    this.#value = isObject(value) ? value : {};
    if (value !== undefined && value !== null && !isObject(value))
      issues.add("warning", "part-unread", { field: path });
  }

  get isEmpty(): boolean {
    return Object.keys(this.#value).length === 0;
  }

  names(): string[] {
    return Object.keys(this.#value);
  }

  #at = (field: string): string => (this.#path ? `${this.#path}.${field}` : field);

  part(field: string): Part {
    return new Part(this.#value[field], this.#at(field), this.#issues);
  }

  /**
   * The items of a list; one alone may stand without its brackets, and a text stands for its `ten`. One whose name is
   * "không" says `khong`; one that nobody knows says nothing.
   */
  list(field: string): Part[] {
    const value = this.#value[field] ?? [];
    return [value]
      .flat()
      .slice(0, MOST_ITEMS)
      .flatMap((item, at) => {
        const said = withoutNone(typeof item === "string" ? { ten: item } : item);
        return said === undefined ? [] : [new Part(said, `${this.#at(field)}[${at}]`, this.#issues)];
      });
  }

  /** The items of a list that say there is none, of a kind or at all. */
  listOfNone(field: string): Part[] {
    return this.list(field).filter((item) => item.flag("khong") === true);
  }

  /** The items of a list that names what there is: those that say "không" are none of it. */
  listOfSome(field: string): Part[] {
    return this.list(field).filter((item) => item.flag("khong") !== true);
  }

  text(field: string): string | undefined {
    const value = this.#value[field];
    if (typeof value === "string") return value.trim().normalize("NFC").slice(0, 4_000) || undefined;
    if (typeof value === "number" || value instanceof LosslessNumber) return String(value);
    if (value !== undefined && value !== null && typeof value !== "boolean")
      this.#issues.add("warning", "part-unread", { field: this.#at(field) });
    return undefined;
  }

  /** A FHIR date, as precise as written. */
  date(field: string): string | undefined {
    const text = this.text(field);
    const date = text === undefined ? undefined : partialDateOf(text);
    if (text !== undefined && !date) this.#issues.add("warning", "date-unread", { field: this.#at(field) });
    return date;
  }

  /** A number with the digits it was written with. */
  decimal(field: string) {
    const text = this.text(field);
    const digits = decimalOf(text);
    if (text !== undefined && digits === undefined)
      this.#issues.add("warning", "number-unread", { field: this.#at(field) });
    return digits === undefined ? undefined : decimal(digits);
  }

  /** "có", true, 1 or a tick say yes; "không", false, 0 say no; anything else says nothing. */
  flag(field: string): boolean | undefined {
    const value = this.#value[field];
    if (typeof value === "boolean") return value;
    const said = foldName(this.text(field) ?? "");
    if (["co", "1", "x", "yes", "true"].includes(said)) return true;
    return ["khong", "0", "no", "false"].includes(said) ? false : undefined;
  }
}

function withoutNone(item: unknown): unknown {
  if (!isObject(item) || typeof item.ten !== "string") return item;
  const name = foldName(item.ten);
  if (NOT_KNOWN.test(name) && item.ten.trim() !== "") return undefined;
  return NONE.test(name) ? { ...item, ten: undefined, khong: true } : item;
}
