import fs from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "./durable.ts";

export interface ReceiptIssue {
  severity: string;
  code: string;
  table?: string | undefined;
  row?: number | undefined;
  field?: string | undefined;
  vi: string;
  en: string;
}

export interface ReceiptTable {
  table: string;
  rows: number;
  accepted: number;
  warned: number;
  refused: number;
}

/** What became of one document, as the portal said it; kept when the document itself is deleted. */
export interface Receipt {
  /** None when the agent itself refused it at the door. */
  seq?: number | undefined;
  name: string;
  maLk?: string | undefined;
  source: "folder" | "gateway";
  arrivedAt: string;
  answeredAt: string;
  state: "accepted" | "partly_accepted" | "waiting" | "refused";
  status?: number | undefined;
  messageId?: string | undefined;
  replay?: boolean | undefined;
  counts?: { accepted: number; unchanged: number; rejected: number; warnings: number } | undefined;
  tables: ReceiptTable[];
  issues: ReceiptIssue[];
}

export interface Receipts {
  /** Returns when the receipt would survive a power cut. */
  add(receipt: Receipt): Promise<void>;
  /** The newest first, of those that fit. */
  find(fits: (receipt: Receipt) => boolean, limit: number): Promise<Receipt[]>;
}

/** Receipts as lines of JSON, a file for each month. */
export async function openReceipts(data: string): Promise<Receipts> {
  const folder = path.join(data, "receipts");
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  let turn: Promise<unknown> = Promise.resolve();

  async function append(receipt: Receipt): Promise<void> {
    const file = path.join(folder, `${receipt.answeredAt.slice(0, 7)}.ndjson`);
    const handle = await fs.open(file, "a", 0o600);
    try {
      const { size } = await handle.stat();
      // The line break before, not after: what a power cut left of the line before stays a line of its own.
      await handle.appendFile(`${size > 0 ? "\n" : ""}${JSON.stringify(receipt)}`);
      await handle.sync();
      if (size === 0) await syncFolder(folder);
    } finally {
      await handle.close();
    }
  }

  return {
    add(receipt) {
      const mine = turn.then(() => append(receipt));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async find(fits, limit) {
      const found: Receipt[] = [];
      const seen = new Set<number>();
      const months = (await fs.readdir(folder)).filter((name) => name.endsWith(".ndjson"));
      for (const month of months.sort().reverse()) {
        const lines = (await fs.readFile(path.join(folder, month), "utf8")).split("\n");
        for (let i = lines.length - 1; i >= 0 && found.length < limit; i--) {
          const receipt = readLine(lines[i] ?? "");
          // Answered more than once, the last answer holds.
          if (!receipt || (receipt.seq !== undefined && seen.has(receipt.seq))) continue;
          if (receipt.seq !== undefined) seen.add(receipt.seq);
          if (fits(receipt)) found.push(receipt);
        }
        if (found.length >= limit) break;
      }
      return found;
    },
  };
}

function readLine(line: string): Receipt | undefined {
  try {
    return JSON.parse(line) as Receipt;
  } catch {
    return undefined;
  }
}
