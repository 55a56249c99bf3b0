import type { ProviderSettingsInput } from "../settings.ts";

/** What kinds of providers have in common; a file says the rest, and overrides any of it. */
export type Profile = Omit<Partial<ProviderSettingsInput>, "id" | "profile" | "clientId" | "clientSecret">;
