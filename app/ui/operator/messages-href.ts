import type { MessageState } from "#app/domain/feeds/view.ts";

interface MessagesAt {
  facilityId?: string | undefined;
  state?: MessageState | undefined;
  page?: number;
}

/** Address of the list, narrowed: `?facility=&state=&page=`. */
export function messagesHref({ facilityId, state, page }: MessagesAt): string {
  const query = new URLSearchParams();
  if (facilityId !== undefined) query.set("facility", facilityId);
  if (state !== undefined) query.set("state", state);
  if (page !== undefined && page > 1) query.set("page", String(page));
  return query.size === 0 ? "/operator/messages" : `/operator/messages?${query}`;
}

export const messageHref = (facilityId: string, id: string): string =>
  `/operator/messages/${encodeURIComponent(facilityId)}/${encodeURIComponent(id)}`;
