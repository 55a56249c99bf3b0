import crypto from "node:crypto";
import type { Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { requireBookLevel } from "#app/domain/access/require-book-level.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { knownError } from "#app/shared/errors.ts";
import { notTaken, uploadedFile } from "./internal/uploaded-file.ts";
import type { IncomingMessage, MessageAnswer } from "./receive-message.ts";
import type { UploadedFileView } from "./view.ts";

/** The feed's door; the body comes as bytes. */
type Receive = (message: IncomingMessage) => Promise<Omit<MessageAnswer, "body"> & { body: Uint8Array }>;

/**
 * Takes one file that somebody of a facility has brought in the browser, as if its system had sent it; the
 * log says who, before and after. The same file again is a replay. Who may: clerks and clinicians of the
 * facility. `bytes` are absent when there were too many.
 */
export async function uploadFile(
  ctx: Ctx<Staff>,
  receive: Receive,
  { name, bytes }: { name: string; bytes: Uint8Array | undefined },
): Promise<UploadedFileView> {
  requireBookLevel(ctx.actor);
  if (!bytes) return notTaken(name, "too-large");
  const format = formatOf(bytes);
  if (!format) return notTaken(name, bytes.byteLength === 0 ? "empty" : "not-a-record");
  const { facilityId } = ctx.actor;
  const digest = crypto.createHash("sha256").update(bytes).digest("hex");
  const detail = { format, bytes: bytes.byteLength, digest };
  await record(ctx, "feed.upload-begun", { kind: "facility", id: facilityId }, detail);
  try {
    const answer = await receive({
      facilityId,
      channel: "upload",
      clientId: undefined,
      bytes,
      format,
      allowSingle: false,
    });
    const { state, replay } = answer;
    await record(ctx, "feed.uploaded", { kind: "message", id: answer.messageId }, { state, replay });
    return uploadedFile(name, answer, JSON.parse(Buffer.from(answer.body).toString("utf8")));
  } catch (error) {
    if (knownError(error)?.kind !== "unavailable") throw error;
    return notTaken(name, "busy");
  }
}

/** Whose files are uploaded. Who may: clerks and clinicians of the facility. */
export async function uploadPlace(ctx: Ctx<Staff>): Promise<{ facility: string; code5: string | undefined }> {
  requireBookLevel(ctx.actor);
  const [row] = await ctx.db.sql<{ name: string; code5: string | null }[]>`
    select name, code5 from facility_names where facility_id = ${ctx.actor.facilityId} and valid_to is null`;
  return { facility: row?.name ?? "", code5: row?.code5 ?? undefined };
}

function record(
  ctx: Ctx<Staff>,
  act: string,
  about: { kind: string; id: string },
  detail: Record<string, string | number | boolean>,
) {
  return ctx.db.transaction({}, (tx) => recordAct(tx, ctx, { act, about, detail }));
}

/** By its first sign, after a byte-order mark and spaces: `<` is a package, `{` a Bundle. */
function formatOf(bytes: Uint8Array): IncomingMessage["format"] {
  const start = new TextDecoder().decode(bytes.subarray(0, 1_024)).trimStart()[0];
  if (start === "<") return "qd3176-xml";
  return start === "{" ? "fhir-r4-json" : undefined;
}
