import type { z } from "zod";
import { jsonOf } from "#app/shared/json.ts";
import { isProfileName, profileNames, profiles } from "./profiles.ts";
import { wrongWithShared } from "./redirect-address.ts";
import { contradictions, type ProviderSettings, providerSettings } from "./settings.ts";

/** What a provider's entry may say beside the settings: where its secret is. */
export interface SecretSource {
  readFile(path: string): string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Joined field by field with the profile's; whatever else a file says replaces what the profile says. */
const GROUPS = new Set([
  ...["endpoints", "clientAssertion", "request", "requestForLevel", "idToken", "userinfo", "encryption"],
  ...["claims", "logout", "label"],
]);

/**
 * One provider as its entry says it, on top of its profile.
 * @throws in words: where the entry is, which provider, which field, what is wrong; never a secret's value.
 */
export function readProvider(entry: unknown, where: string, secrets: SecretSource): ProviderSettings {
  if (!isObject(entry)) throw new Error(`${where} is not an object with settings.`);
  const { profile = "plain", clientSecretFile, clientSecretEnv, ...said } = entry;
  const name = typeof said.id === "string" ? `${where}, provider "${said.id}"` : where;
  if (typeof profile !== "string" || !isProfileName(profile))
    throw new Error(`${name}, profile: is none of ${profileNames.join(", ")}.`);
  const secret = { clientSecret: said.clientSecret, clientSecretFile, clientSecretEnv };
  const clientSecret = readSecret(secret, name, secrets);
  const whole = { ...joined(profiles[profile], said), profile, ...(clientSecret ? { clientSecret } : {}) };
  const read = providerSettings.safeParse(whole);
  const wrong = read.success ? contradictions(read.data) : read.error.issues.map(inWords);
  if (wrong.length > 0) throw new Error(wrong.map(([field, what]) => `${name}, ${field}: ${what}.`).join("\n"));
  return read.data as ProviderSettings;
}

/** The entries of a providers file. @throws as `readProvider`, and when two are the same. */
export function readProviders(text: string, where: string, secrets: SecretSource): ProviderSettings[] {
  const entries = jsonOf(text);
  if (!Array.isArray(entries) || entries.length === 0)
    throw new Error(`${where} is not a JSON list with at least one provider.`);
  const all = entries.map((entry, at) =>
    readProvider(entry, named(entry) ? where : `${where}, entry ${at + 1}`, secrets),
  );
  refuseDoubles(all, where);
  const wrong = wrongWithShared(all).map(([id, what]) => `${where}, provider "${id}", redirectUri: ${what}.`);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return all;
}

const named = (entry: unknown): boolean => isObject(entry) && typeof entry.id === "string";

function refuseDoubles(all: readonly ProviderSettings[], where: string): void {
  const twice = (of: (p: ProviderSettings) => string) => {
    const values = all.map(of);
    return values.find((value, at) => values.indexOf(value) !== at);
  };
  const id = twice((p) => p.id);
  if (id !== undefined) throw new Error(`${where}: two providers have the id "${id}".`);
  if (twice((p) => `${p.issuer} ${p.clientId}`) !== undefined)
    throw new Error(`${where}: two providers have the same issuer and clientId.`);
}

function readSecret(given: Record<string, unknown>, name: string, secrets: SecretSource): string | undefined {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  if (said.length > 1) throw new Error(`${name}: ${said.map(([field]) => field).join(" and ")} cannot both be said.`);
  const [field, value] = said[0] ?? [];
  if (field === undefined) return undefined;
  if (typeof value !== "string" || value === "") throw new Error(`${name}, ${field}: is not a text.`);
  if (field === "clientSecretEnv") {
    const found = secrets.env[value];
    if (!found) throw new Error(`${name}, clientSecretEnv: the environment has no ${value}.`);
    return found;
  }
  if (field === "clientSecret") return value;
  try {
    return secrets.readFile(value).trim();
  } catch {
    throw new Error(`${name}, clientSecretFile: ${value} cannot be read.`);
  }
}

function joined(profile: object, said: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = { ...profile };
  for (const [field, value] of Object.entries(said)) {
    const before = result[field];
    result[field] = GROUPS.has(field) && isObject(before) && isObject(value) ? { ...before, ...value } : value;
  }
  return result;
}

function inWords({ path, message, code, ...issue }: z.core.$ZodIssue): [string, string] {
  const field = path.map(String).join(".");
  if (code === "unrecognized_keys" && "keys" in issue)
    return [[field, (issue.keys as string[]).join(", ")].filter(Boolean).join("."), "is no setting"];
  return [
    field || "settings",
    message.replace(/^Invalid input: expected (.+), received undefined$/, "is missing ($1)"),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
