import type { JWK } from "jose";
import { hospitalSystem } from "../hospital-systems/client.ts";
import { fileMessages } from "./files.ts";
import { clientIdOf } from "./load.ts";
import { packageMessages } from "./packages.ts";
import { bundleText, quarantineMessages, storyMessages } from "./stories/index.ts";

/** Every hospital sends what it has, oldest first, over the real interface. */
export async function sendStories(
  portal: string,
  clients: Record<string, { alg: string; jwk: JWK }>,
  today: Date,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const systems = new Map(
    Object.entries(clients).map(([key, { alg, jwk }]) => [
      key,
      hospitalSystem({ clientId: clientIdOf(key), alg, jwk, portal }),
    ]),
  );
  const messages = [...storyMessages(today), ...quarantineMessages(today)];
  for (const [i, message] of messages.entries()) {
    const answer = await systems.get(message.facilityKey)?.send(bundleText(message.bundle));
    const expected = "outcome" in message ? message.outcome : "accepted";
    if (!answer || (expected === "accepted" && answer.status !== 200)) {
      throw new Error(
        `A delivery of ${message.facilityKey} was not taken (${answer?.status ?? "no system"}): ${JSON.stringify(answer?.body).slice(0, 600)}`,
      );
    }
    progress(i + 1, messages.length);
  }
  for (const { facilityKey, bytes } of packageMessages(today)) {
    const answer = await systems.get(facilityKey)?.sendPackage(bytes);
    if (answer?.status === 200) continue;
    throw new Error(`A package of ${facilityKey} was not taken: ${JSON.stringify(answer?.body).slice(0, 600)}`);
  }
  for (const { facilityKey, ...file } of fileMessages(today)) {
    const answer = await systems.get(facilityKey)?.sendFile(file);
    if (answer?.status === 200) continue;
    throw new Error(`A file of ${facilityKey} was not taken: ${JSON.stringify(answer?.body).slice(0, 600)}`);
  }
}
