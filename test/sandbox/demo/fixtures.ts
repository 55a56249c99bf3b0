import { providerEntries } from "../identity-provider/providers-file.ts";
import { facilities, facility } from "../province/facilities.ts";
import { clientIdOf, facilityId } from "../province/load.ts";
import { personas } from "../province/personas.ts";
import type { DemoSecrets } from "./secrets.ts";

/** What machines may know of the demo (design §3): who is who, and the keys to play a hospital's system. */
export function fixtures(secrets: DemoSecrets, issuer: string): object {
  return {
    personas: personas.map(
      ({ key, login, personalNumber, passport, name, birthDate, gender, story, roles, staffOf, assuranceLevel }) => ({
        key,
        login,
        personalNumber: personalNumber ?? null,
        passport: passport ?? null,
        name,
        birthDate,
        gender,
        story: story.vi,
        storyEn: story.en,
        roles,
        staffOf: staffOf.map((at) => facility(at).code5),
        assuranceLevel,
      }),
    ),
    clients: Object.entries(secrets.clients).map(([key, { alg, jwk }]) => ({
      clientId: clientIdOf(key),
      facility: facility(key).code5,
      scopes: ["system/*.cud"],
      alg,
      jwk,
    })),
    providers: providerEntries(issuer, secrets.oidc).map(({ id, profile, issuer, label }) => ({
      id,
      profile,
      issuer,
      label,
    })),
    facilities: facilities.map(({ key, kind, code5, code13, name, nameEn }) => ({
      id: facilityId(key),
      key,
      kind,
      code5,
      code13,
      name,
      nameEn,
    })),
    prescriptions: [],
  };
}
