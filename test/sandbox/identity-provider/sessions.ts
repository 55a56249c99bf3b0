import type { Store } from "./store.ts";

/** Sessions at a provider, found by whose they are. */
export interface ProviderSessions {
  /** The `sid` each session of this subject has for the client. */
  sids(subject: string): string[];
  /** Ends them all; what was issued in them runs out by itself. */
  end(subject: string): Promise<void>;
}

export function providerSessions(store: Store, clientId: string): ProviderSessions {
  const of = (subject: string) => store.payloads().filter(({ accountId }) => accountId === subject);
  return {
    sids: (subject) =>
      of(subject).flatMap(({ authorizations }) => {
        const all = authorizations as Record<string, { sid?: string }> | undefined;
        return all?.[clientId]?.sid ?? [];
      }),
    end: async (subject) => {
      for (const { jti } of of(subject)) await store.destroy(String(jti));
    },
  };
}
