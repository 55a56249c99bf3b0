import { exportJWK, generateKeyPair, type JWK } from "jose";
import { hospitalSystem } from "../sandbox/hospital-systems/client.ts";
import { facilities } from "../sandbox/province/facilities.ts";
import { clientIdOf, loadCircumstances, loadRegisters, type Sandbox } from "../sandbox/province/load.ts";
import { loadCorrections } from "../sandbox/province/load-corrections.ts";
import { loadOwnMeasurements } from "../sandbox/province/load-own-measurements.ts";
import { sendStories } from "../sandbox/province/send-stories.ts";
import type { TestDb } from "./test-db.ts";
import type { World } from "./world.ts";

export interface Province {
  sandbox: Sandbox;
  clients: Record<string, { alg: string; jwk: JWK }>;
  /** A facility's system with the key it is registered with. */
  system(facilityKey: string): ReturnType<typeof hospitalSystem>;
}

/** What the registers need to know of the portal they are for. */
export interface PortalAt extends Pick<World, "origin"> {
  parts: Pick<World["parts"], "keys">;
  identityProvider: { issuer: string };
}

/** Facilities, their systems and the staff roster, as the demo loads them; no record yet. */
export async function registerProvince(db: Pick<TestDb, "connect">, world: PortalAt): Promise<Province> {
  const clients: Province["clients"] = {};
  for (const { key } of facilities.filter((f) => f.kind !== "department" && f.kind !== "pharmacy")) {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    clients[key] = { alg: "ES256", jwk: { ...(await exportJWK(privateKey)), kid: `${key}-1`, alg: "ES256" } };
  }
  const sandbox = {
    portal: db.connect("portal"),
    feed: db.connect("feed"),
    owner: db.connect("owner"),
    keys: world.parts.keys,
    issuer: world.identityProvider.issuer,
  };
  await loadRegisters(sandbox, clients);
  return {
    sandbox,
    clients,
    system: (key) => {
      const client = clients[key];
      if (!client) throw new Error(`${key} has no system here.`);
      return hospitalSystem({ clientId: clientIdOf(key), ...client, portal: world.origin });
    },
  };
}

/** The whole invented province, sent by its hospitals through the real interface. */
export async function startProvince(db: TestDb, world: World): Promise<Province> {
  const province = await registerProvince(db, world);
  await sendStories(world.origin, province.clients, new Date(), () => undefined);
  await loadCircumstances(province.sandbox, db.superuserUrl);
  await loadCorrections(province.sandbox, new Date());
  await loadOwnMeasurements(province.sandbox, new Date());
  return province;
}
