/** A message and what it wrote, as `messages` and `entries` hold it. */
export interface MessageOrigin {
  messageId: string;
  receivedAt: Date;
  /** SHA-256 of what was received. */
  digest: Uint8Array;
  facility: { id: string; code5: string | undefined; name: string };
  /** Absent for what an operator imported. */
  client: { id: string; name: string } | undefined;
  /** `Type/id/_history/version` of every version it wrote. */
  wrote: readonly string[];
}

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";
const FACILITY_CODE = "http://fhir.ehealth.gov.vn/core/sid/facility-code";

/**
 * Where the versions of a message come from, as a FHIR R4 Provenance: who sent it, when, and the hash by which its
 * bytes are found again. Derived, never stored; `undefined` for a message that wrote nothing.
 */
export function provenanceOf(origin: MessageOrigin): object | undefined {
  const { messageId, receivedAt, digest, facility, client, wrote } = origin;
  if (wrote.length === 0) return undefined;
  return {
    resourceType: "Provenance",
    id: messageId,
    target: wrote.map((reference) => ({ reference })),
    recorded: receivedAt.toISOString(),
    activity: { coding: [{ system: `${TERMINOLOGY}/v3-DataOperation`, code: "CREATE" }] },
    agent: [
      agent("author", facility.name, facility.code5 ? { system: FACILITY_CODE, value: facility.code5 } : undefined),
      ...(client ? [agent("assembler", client.name, { system: "urn:so-khoe:client", value: client.id })] : []),
    ],
    entity: [
      {
        role: "source",
        what: {
          identifier: { system: "urn:so-khoe:message-sha256", value: Buffer.from(digest).toString("hex") },
          display: "The message as it was received",
        },
      },
    ],
  };
}

const agent = (code: string, display: string, identifier: { system: string; value: string } | undefined) => ({
  type: { coding: [{ system: `${TERMINOLOGY}/provenance-participant-type`, code }] },
  who: { ...(identifier ? { identifier } : {}), display },
});
