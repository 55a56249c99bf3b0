import { startHospitalSystems } from "../hospital-systems/server.ts";
import { startIdentityProvider } from "../identity-provider/index.ts";
import { startInsurer } from "../insurer/server.ts";
import { startMessageSink } from "../message-sink/server.ts";
import { startPaymentGateway } from "../payment-gateway/server.ts";
import { personas } from "../province/personas.ts";
import { fixtures } from "./fixtures.ts";
import type { DemoSecrets } from "./secrets.ts";

interface Place {
  port: number;
  origin: string;
  secrets: DemoSecrets;
  keysDir: string;
}

/** The world around the portal, on the ports after its own. */
export async function startOutsideWorld({
  port,
  origin,
  secrets,
  keysDir,
}: Place): Promise<{ close(): Promise<void> }> {
  const { oidc, gatewaySecret, clients, insurer, today } = secrets;
  const servers = await Promise.all([
    startIdentityProvider({
      port: port + 1,
      portalOrigin: origin,
      clientId: oidc.id,
      clientSecret: oidc.secret,
      personas,
      fixtures: () => fixtures(secrets, `http://localhost:${port + 1}`),
      keysFolder: keysDir,
    }),
    startPaymentGateway({
      port: port + 2,
      merchants: [{ tmnCode: "SOKHOE01", hashSecret: gatewaySecret, returnOrigin: origin }],
    }),
    startHospitalSystems({ port: port + 3, portal: origin, clients, today: new Date(today) }),
    startMessageSink({ port: port + 4, smtpPort: 0, portalOrigin: origin }),
    startInsurer({ port: port + 5, account: insurer, portalOrigin: origin, today: new Date(today) }),
  ]);
  await servers[0].ready();
  return {
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
