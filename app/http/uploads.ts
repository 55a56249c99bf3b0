import { unstable_parseMultipartFormData } from "@remix-run/node";
import { DomainError } from "#app/shared/errors.ts";

/** What one form may bring: files, and bytes of each. */
export const UPLOADS = { files: 20, bytes: 16 * 1_048_576 } as const;

/** All of them together, with what stands between them. */
export const UPLOAD_FORM_BYTES = UPLOADS.files * UPLOADS.bytes + 1_048_576;

export interface UploadedFile {
  /** Its last part alone; may be anything. */
  name: string;
  /** None when it is larger than a file may be. */
  bytes: Uint8Array | undefined;
}

/**
 * Hands over the files of a form one after the other, while it is still being read: no more than one of
 * them is in memory. What is beyond the allowed number is read to its end and counted.
 * @throws DomainError `form-broken`, and whatever `each` throws.
 */
export async function readUploads(
  request: Request,
  each: (file: UploadedFile) => Promise<void>,
): Promise<{ tooMany: number }> {
  if (!/^multipart\/form-data/i.test(request.headers.get("content-type") ?? "")) return { tooMany: 0 };
  let files = 0;
  let failure: unknown;
  const take = async (filename: string, data: AsyncIterable<Uint8Array>) => {
    const bytes = await collect(data, ++files > UPLOADS.files ? 0 : UPLOADS.bytes);
    if (files > UPLOADS.files) return;
    await each({ name: filename, bytes }).catch((error: unknown) => {
      failure = error;
      throw error;
    });
  };
  try {
    await unstable_parseMultipartFormData(request, async ({ filename, data }) => {
      // A field without a file comes with an empty name, and texts come with none.
      if (filename) await take(filename, data);
      else await collect(data, 0);
      return null;
    });
  } catch (error) {
    if (failure) throw failure;
    throw new DomainError("invalid", "form-broken", "The form did not come to its end.", { cause: error });
  }
  return { tooMany: Math.max(0, files - UPLOADS.files) };
}

async function collect(data: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.byteLength;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
