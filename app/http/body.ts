import type { IncomingMessage } from "node:http";
import { DomainError } from "#app/shared/errors.ts";

/** Reads a request's body whole. The rest of a body that is too large is drained, so that the answer is read. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = req.headers["content-encoding"];
  if (encoding && encoding !== "identity") {
    throw new DomainError("unsupported", "content-encoding", "Send the body without Content-Encoding.");
  }
  if (Number(req.headers["content-length"] ?? 0) > limit) throw tooLarge(req, limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(req, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(req: IncomingMessage, limit: number): DomainError {
  req.resume();
  const megabytes = Math.floor(limit / 1_048_576);
  return new DomainError(
    "too-large",
    "body-too-large",
    `The body is larger than ${megabytes} MB. Send smaller Bundles, or load NDJSON with "npm run feed -- import".`,
  );
}
