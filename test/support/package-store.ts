import { expect } from "vitest";
import type { PackageOutcome } from "#app/domain/feeds/package-outcome.ts";
import type { IncomingMessage, MessageAnswer } from "#app/domain/feeds/receive-message.ts";
import { receivePackages } from "#app/domain/feeds/receive-packages.ts";
import { type CaseTables, type PackageSpec, packageXml } from "./qd3176/package-xml.ts";
import { recordStore } from "./record-store.ts";

/** The record store as hospitals see it that send packages of QĐ 3176. */
export async function packageStore() {
  const store = await recordStore();

  function sendXml(bytes: Uint8Array, changes: Partial<IncomingMessage> & { now?: Date } = {}): Promise<MessageAnswer> {
    const { now, ...rest } = changes;
    return receivePackages(
      { db: store.feed, keys: store.keys, now: () => now ?? new Date() },
      {
        facilityId: store.facilityId,
        channel: "api",
        format: "qd3176-xml",
        clientId: "test",
        bytes,
        allowSingle: false,
        ...rest,
      },
    );
  }

  const deliver = (tables: CaseTables, spec: PackageSpec = {}, changes: Parameters<typeof sendXml>[1] = {}) =>
    sendXml(packageXml(tables, spec), changes);

  /** What holds of a facility's packages: each entry's content, and whether it is withdrawn; sealed parts left out. */
  const stateOf = async (facilityId = store.facilityId): Promise<string[]> => {
    const rows = await store.superuser<{ line: string }[]>`
      select resource_type || '/' || source_id || ' ' || (withdrawn_at is not null) || coalesce(withdrawn_reason, '') || ' ' || resource::text || ' ' || coalesce(source::text, '') as line
      from entries where facility_id = ${facilityId} and current order by 1`;
    return rows
      .map(({ line }) => line.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|q-[0-9a-f]{40}/g, "…"))
      .sort();
  };

  /** Entries of a type that hold now. */
  const live = (type: string, facilityId = store.facilityId) => store.superuser<
    {
      sourceId: string;
      personId: string;
      caseId: string;
      withdrawn: boolean;
      resource: Record<string, unknown>;
      source: { t: string; f: Record<string, string> } | null;
    }[]
  >`
    select source_id as "sourceId", person_id as "personId", case_id as "caseId", withdrawn_at is not null as withdrawn, resource, source
    from entries where facility_id = ${facilityId} and resource_type = ${type} and current order by time_low, source_id`;

  return { ...store, sendXml, deliver, stateOf, live };
}

export const bodyOf = (answer: MessageAnswer) =>
  answer.body as PackageOutcome & { state: string; replay: boolean; messageId: string };

export function expectAccepted(answer: MessageAnswer): void {
  const said = bodyOf(answer);
  expect([answer.state, said.issues?.filter((i) => i.severity === "error")]).toEqual(["accepted", []]);
}
