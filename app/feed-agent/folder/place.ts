import fs from "node:fs/promises";
import path from "node:path";
import { syncFolder, writeWhole } from "../disk/durable.ts";
import type { Receipt } from "../disk/receipts.ts";
import { reportText } from "./report.ts";

export interface WatchedFolder {
  in: string;
  accepted: string;
  refused: string;
}

/**
 * Puts an answered file where the hospital looks for it, with its report beside it. Done twice it
 * leaves the same, and the report comes last; a file of the same name with other contents keeps its place.
 */
export async function placeAnswered(
  folder: WatchedFolder,
  receipt: Receipt,
  bytes: Uint8Array,
  stream: string,
): Promise<void> {
  const target = receipt.state === "refused" ? folder.refused : folder.accepted;
  await fs.mkdir(target, { recursive: true });
  const name = await freeName(target, receipt, bytes);
  await writeWhole(path.join(target, name), [bytes], { sync: true });
  await writeWhole(path.join(target, `${name}.json`), [`${JSON.stringify(receipt, null, 2)}\n`]);
  await writeWhole(path.join(target, `${name}.ketqua.txt`), [reportText(receipt, stream)]);
  await syncFolder(target);
}

async function freeName(target: string, { name, seq, answeredAt }: Receipt, bytes: Uint8Array): Promise<string> {
  const there = await fs.readFile(path.join(target, name)).catch(() => undefined);
  if (!there || there.equals(bytes)) return name;
  const { name: stem, ext } = path.parse(name);
  return `${stem}.${seq ?? answeredAt.replace(/\D/g, "")}${ext}`;
}
