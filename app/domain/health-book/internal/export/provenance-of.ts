/** A message and which of its versions are told of, as `entries` holds them. */
export interface MessageOrigin {
  messageId: string;
  receivedAt: Date;
  /** SHA-256 of what was received. */
  digest: Uint8Array;
  facility: { code5: string | undefined; name: string };
  /** `Type/id/_history/version` of each. */
  wrote: readonly string[];
}

const TERMINOLOGY = "http://terminology.hl7.org/CodeSystem";
const FACILITY_CODE = "http://fhir.ehealth.gov.vn/core/sid/facility-code";

/**
 * Where these versions come from, as a FHIR R4 Provenance: who sent the message, when it came, and the hash by which
 * its bytes are found again. Derived, never stored.
 */
export function provenanceOf({ messageId, receivedAt, digest, facility, wrote }: MessageOrigin) {
  return {
    resourceType: "Provenance",
    id: messageId,
    target: wrote.map((reference) => ({ reference })),
    recorded: receivedAt.toISOString(),
    activity: { coding: [{ system: `${TERMINOLOGY}/v3-DataOperation`, code: "CREATE" }] },
    agent: [
      {
        type: { coding: [{ system: `${TERMINOLOGY}/provenance-participant-type`, code: "author" }] },
        who: {
          ...(facility.code5 ? { identifier: { system: FACILITY_CODE, value: facility.code5 } } : {}),
          display: facility.name,
        },
      },
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
