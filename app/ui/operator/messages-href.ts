import type { MessagesFilter } from "#app/domain/feeds/view.ts";

type MessagesAt = Partial<MessagesFilter> & { page?: number };

/** Address of the list, narrowed: `?facility=&state=&reason=&format=&day=&page=`. */
export function messagesHref({ facilityId, state, reason, format, day, page }: MessagesAt): string {
  const query = new URLSearchParams();
  if (facilityId !== undefined) query.set("facility", facilityId);
  if (state !== undefined) query.set("state", state);
  if (reason !== undefined) query.set("reason", reason);
  if (format !== undefined) query.set("format", format);
  if (day !== undefined) query.set("day", day);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return query.size === 0 ? "/operator/messages" : `/operator/messages?${query}`;
}

export const messageHref = (facilityId: string, id: string): string =>
  `/operator/messages/${encodeURIComponent(facilityId)}/${encodeURIComponent(id)}`;

export const feedHref = (facilityId: string): string => `/operator/feeds/${encodeURIComponent(facilityId)}`;
