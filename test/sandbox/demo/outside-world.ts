import { startHospitalSystems } from "../hospital-systems/server.ts";
import { startMessageSink } from "../message-sink/server.ts";
import { startPaymentGateway } from "../payment-gateway/server.ts";
import type { DemoSecrets } from "./secrets.ts";

/** The rest of the world around the portal, on the ports after the identity provider's. */
export async function startOutsideWorld(port: number, secrets: DemoSecrets): Promise<{ close(): Promise<void> }> {
  const portal = `http://localhost:${port}`;
  const servers = await Promise.all([
    startPaymentGateway({
      port: port + 2,
      merchants: [{ tmnCode: "SOKHOE01", hashSecret: secrets.gatewaySecret, returnOrigin: portal }],
    }),
    startHospitalSystems({ port: port + 3, portal, clients: secrets.clients, today: new Date(secrets.today) }),
    startMessageSink({ port: port + 4, smtpPort: 0, portalOrigin: portal }),
  ]);
  return {
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}
