import type { Receipt } from "../disk/receipts.ts";
import type { Connection } from "../forwarder.ts";

/** Everything the status page and the status command show; no personal data but MA_LK and file names. */
export interface Snapshot {
  portal: string;
  stream: string;
  connection: Connection;
  waiting: { count: number; oldest: string | undefined };
  disk: { freeMB: number; low: boolean };
  folders: { path: string; readable: boolean }[];
  gateway:
    | {
        address: string;
        passThrough: string | undefined;
        failedAt?: string | undefined;
        notKept: number;
        notKeptAt?: string | undefined;
      }
    | undefined;
  accepted: Receipt[];
  /** Refused, accepted in part, or waiting at the department. */
  attention: Receipt[];
}

export interface Found {
  waiting: { seq: number; name: string; maLk: string | undefined; arrivedAt: string }[];
  receipts: Receipt[];
}
