import type { ItemBase } from "../view.ts";

/** Says of an item that it came since the reader was here before; what was taken back is no news. */
export function markNew<T extends ItemBase>(item: T, newSince: Date | undefined): T {
  const isNew = newSince !== undefined && !item.withdrawn && item.source.receivedAt > newSince.toISOString();
  return isNew ? { ...item, isNew } : item;
}
