import type { ProviderSettings } from "./settings.ts";

type Where = Pick<ProviderSettings, "id" | "redirectUri">;

const SHARED = "/sign-in/callback";

/** Where a provider sends browsers back to: an address of its own, so that nobody's answer passes for another's (RFC 9700 §4.4.2). */
export const redirectPath = ({ id, redirectUri }: Where): string =>
  redirectUri === "shared" || id === "default" ? SHARED : `${SHARED}/${id}`;

/**
 * What is wrong with a shared address, in words; nothing where only one provider is configured. What a discovery document
 * promises is looked at when it is read.
 */
export function wrongWithShared(all: readonly ProviderSettings[]): [id: string, wrong: string][] {
  if (all.length < 2) return [];
  return all.flatMap(({ id, redirectUri, discovery, issInAnswer }) =>
    redirectUri === "shared" && discovery === false && issInAnswer !== "required"
      ? [
          [
            id,
            'is "shared", so its answers must name it: register the address of its own, or, where its manual says that it sends iss on the way back (RFC 9207), set "issInAnswer": "required"',
          ],
        ]
      : [],
  );
}
