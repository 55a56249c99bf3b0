import { DomainError } from "#app/shared/errors.ts";
import { isLoopbackHost } from "#app/shared/loopback.ts";

/** Discovery documents and key sets are a few kilobytes; a picture in userinfo is a hundred. */
const LARGEST_BYTES = 512 * 1024;
export const TIMEOUT_SECONDS = 5;

export type ProviderFetch = (
  url: string,
  init?: { method?: string; headers?: HeadersInit; body?: unknown; signal?: AbortSignal | undefined },
) => Promise<Response>;

const unavailable = (why: string) => new DomainError("unavailable", "provider-unavailable", `The provider ${why}.`);

/**
 * The only way to a provider: https (http on this machine, if allowed), five seconds, half a megabyte, no redirects,
 * for a redirect would carry secrets to whoever it names.
 */
export function providerFetch(allowHttp: boolean): ProviderFetch {
  return async (url, init = {}) => {
    refuseOpen(new URL(url), allowHttp);
    const signal = init.signal ?? AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal } as RequestInit);
      const body = await limited(response);
      const { status, headers } = response;
      return new Response([101, 204, 205, 304].includes(status) ? null : body, { status, headers });
    } catch (error) {
      throw error instanceof DomainError ? error : unavailable("cannot be reached");
    }
  };
}

export function isOpenHere(address: URL, allowHttp: boolean): boolean {
  return (
    address.protocol === "https:" || (address.protocol === "http:" && allowHttp && isLoopbackHost(address.hostname))
  );
}

function refuseOpen(address: URL, allowHttp: boolean): void {
  if (!isOpenHere(address, allowHttp))
    throw new DomainError("invalid", "provider-address", "The provider names an address without TLS.");
}

async function limited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return new Uint8Array();
  for await (const piece of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > LARGEST_BYTES) throw unavailable("answers with too much");
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
