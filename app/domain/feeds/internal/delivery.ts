import type { KeyRing } from "#app/adapters/keys/key-ring.ts";

/** What holds for one delivery while it is stored. */
export interface DeliveryContext {
  keys: KeyRing;
  facilityId: string;
  messageId: string;
  digest: Buffer;
  receivedAt: Date;
  /** Bundle.timestamp, ordering versions that carry no time of their own. */
  timestamp: string | undefined;
  /** Transactions and documents are stored whole or not at all. */
  allOrNothing: boolean;
  /** Protection labels that cover the whole delivery. */
  labels?: readonly string[];
}
