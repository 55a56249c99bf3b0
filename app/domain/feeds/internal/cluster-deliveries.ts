import type { Tx } from "#db/client.ts";
import type { DeliveryContext } from "./delivery.ts";
import type { Message } from "./message-row.ts";

/**
 * Remembers that a delivery came while these persons were one, whatever it wrote or withdrew: when they are parted it is
 * read again. By the database's clock, for what arrived before a merge may be stored after it.
 */
export async function rememberDelivery(tx: Tx, delivery: DeliveryContext, cluster: string[]): Promise<void> {
  if (cluster.length < 2) return;
  const { facilityId, messageId, receivedAt } = delivery;
  await tx.sql`
    insert into cluster_deliveries (person_id, facility_id, message_id, received_at)
    select id, ${facilityId}, ${messageId}, ${receivedAt} from unnest(${[...cluster].sort()}::uuid[]) as c (id)
    on conflict (person_id, facility_id, message_id) do update set stored_at = excluded.stored_at`;
}

/** Who was one with these when the delivery came, and is not any more. */
export async function formerMates(tx: Tx, message: Message, cluster: string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    select person_id as id from cluster_deliveries
    where facility_id = ${message.facilityId} and message_id = ${message.id} and person_id <> all(${cluster}::uuid[])`;
  return rows.map((row) => row.id);
}
