import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { TestDb } from "../../support/test-db.ts";
import { startWorld, type World } from "../../support/world.ts";
import { clientIdOf, loadRegisters } from "../province/load.ts";
import { bundleText, storyMessages } from "../province/stories/index.ts";
import { hospitalSystem } from "./client.ts";
import type { HospitalSystemsOptions } from "./server.ts";

const sending = ["clinic", "traditional-hospital"];

/** A real portal that knows the province's facilities, two of their systems, and what was told of Hùng. */
export async function startProvince(db: TestDb): Promise<{ world: World; options: HospitalSystemsOptions }> {
  const clients: Record<string, { alg: string; jwk: JWK }> = {};
  for (const key of sending) {
    const { privateKey } = await generateKeyPair("ES384", { extractable: true });
    clients[key] = { alg: "ES384", jwk: { ...(await exportJWK(privateKey)), kid: `${key}-1`, alg: "ES384" } };
  }
  const world = await startWorld(db);
  const { keys } = world.parts;
  const { issuer } = world.identityProvider;
  await loadRegisters(
    { portal: db.connect("portal"), feed: db.connect("feed"), owner: db.connect("owner"), keys, issuer },
    clients,
  );
  const options = { port: 0, portal: world.origin, clients, today: new Date() };
  await tellStoryOf("hung", "clinic", options);
  return { world, options };
}

/** What the demo's load would have sent before. */
async function tellStoryOf(personaKey: string, facilityKey: string, options: HospitalSystemsOptions): Promise<void> {
  const client = options.clients[facilityKey];
  if (!client) throw new Error(`${facilityKey} has no key here.`);
  const system = hospitalSystem({ clientId: clientIdOf(facilityKey), ...client, portal: options.portal });
  for (const one of storyMessages(options.today)) {
    if (one.personaKey !== personaKey || one.facilityKey !== facilityKey) continue;
    const { status } = await system.send(bundleText(one.bundle));
    if (status !== 200) throw new Error(`The story of ${personaKey} was answered ${status}.`);
  }
}
