import type { PackageIssue } from "../qd3176/package.ts";

/** Tables of files that are no package: the immunisation register's export, and Form 831 (Decision 831/QĐ-BYT). */
export type FileTable = "TIEMCHUNG" | "F831";

/** Something to say about a file: where, and why, in both languages. Texts hold no values. */
export type FileIssue = Omit<PackageIssue, "table"> & { table?: FileTable | undefined };

/** One person's part of a file, read. Without a Bundle the errors among the issues say why it was refused. */
export interface ReadFile {
  table: FileTable;
  /** FHIR R4, type batch: the Patient first. */
  bundle?: object;
  /** The row, from 1, that each entry of the Bundle was made of; none for what the whole is made of. */
  rowOf: (number | undefined)[];
  rows: number;
  refused: number;
  issues: FileIssue[];
}

/** Names for what a file tells, of parts that begin with a kind; the same parts always have the same name. */
export type NameOf = (...parts: string[]) => string;

/** One person's part of a file as it will be received, and where its rows stood in the whole, from 1. */
export interface FilePart {
  bytes: Uint8Array;
  rows: number[];
}

/** A Bundle that puts each resource under its own id; one that is refused takes no other with it. */
export function batchOf(resources: readonly { resourceType: string; id: string }[]): object {
  const entry = resources.map((resource) => ({
    request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` },
    resource,
  }));
  return { resourceType: "Bundle", type: "batch", entry };
}
