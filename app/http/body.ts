import type { IncomingMessage } from "node:http";
import { DomainError } from "#app/shared/errors.ts";

/** Reads a request's body whole. The rest of a body that is too large is drained, so that the answer is read. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  refuse(req, limit);
  return whole(req, limit);
}

function refuse(req: IncomingMessage, limit: number): void {
  const encoding = req.headers["content-encoding"];
  if (encoding && encoding !== "identity") {
    throw new DomainError("unsupported", "content-encoding", "Send the body without Content-Encoding.");
  }
  if (Number(req.headers["content-length"] ?? 0) > limit) throw tooLarge(req, limit);
}

/** A body as it comes. Leaving early drains the rest, so that the answer is read. */
export async function* bodyPieces(req: IncomingMessage, limit: number): AsyncGenerator<Uint8Array> {
  refuse(req, limit);
  let size = 0;
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(req, limit);
      yield chunk;
    }
  } finally {
    req.resume();
  }
}

/** By events: leaving a loop over the request early would close the connection before the answer is read. */
function whole(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge(req, limit));
      }
    });
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", (cause) =>
      reject(new DomainError("invalid", "body-incomplete", "The body did not come to its end.", { cause })),
    );
  });
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
