/** A facility's account at the gateway. */
export interface Merchant {
  tmnCode: string;
  hashSecret: string;
  /** The only origin people may be sent back to. */
  returnOrigin: string;
  /** Whom the payer sees as the receiver; the code, when there is no name. */
  name?: string;
}

export type Merchants = ReadonlyMap<string, Merchant>;

/** @throws when two merchants share a code, or an address to return to is more than an origin. */
export function merchantsByCode(merchants: readonly Merchant[]): Merchants {
  const byCode = new Map(merchants.map((merchant) => [merchant.tmnCode, merchant]));
  if (byCode.size !== merchants.length) throw new Error("Two merchants have the same tmnCode.");
  for (const { returnOrigin } of merchants) {
    if (new URL(returnOrigin).origin !== returnOrigin) throw new Error(`Not an origin: ${returnOrigin}`);
  }
  return byCode;
}
