import type { IncomingMessage } from "node:http";
import { DomainError } from "#app/shared/errors.ts";
import { readSequence, type SequenceNumber } from "#app/shared/feed-sequence.ts";

/** The sender's running number from `X-Feed-Sequence: <stream>/<n>`. @throws DomainError `invalid` for another form. */
export function sequenceOf(headers: IncomingMessage["headers"]): SequenceNumber | undefined {
  const said = headers["x-feed-sequence"];
  if (said === undefined) return undefined;
  const sequence = typeof said === "string" ? readSequence(said) : undefined;
  if (sequence) return sequence;
  throw new DomainError(
    "invalid",
    "feed-sequence",
    "X-Feed-Sequence is <stream>/<n>: a name of letters, digits, dots and hyphens, and a number from 1 that grows by 1. Nothing of this delivery was kept.",
  );
}

/** For the OpenAPI document. */
export const sequenceHeader = {
  name: "X-Feed-Sequence",
  in: "header",
  required: false,
  schema: { type: "string", pattern: "^([A-Za-z0-9][A-Za-z0-9._-]{0,39}/)?[0-9]{1,12}$", example: "his-1/4711" },
  description:
    "Where the sender counts its messages: the name of its count and this message's number in it, 1 more than the one before. What is missing between shows as a gap, and closes when it comes, in any order. A count that begins anew takes a new name. Bundle.identifier of the system urn:so-khoe:feed-sequence says the same.",
};
