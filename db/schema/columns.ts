import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Binary values: hashes and sealed (AES-256-GCM) envelopes. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Full transaction id; compared inside the database only, so its text is enough here. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** A moment, in UTC on the wire; people read it in Asia/Ho_Chi_Minh. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const id = (name: string) => uuid(name);
