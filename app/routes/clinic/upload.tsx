import { useActionData, useLoaderData } from "@remix-run/react";
import { uploadFile, uploadPlace } from "#app/domain/feeds/upload-file.ts";
import type { UploadedFileView } from "#app/domain/feeds/view.ts";
import { staffPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { readUploads, UPLOADS } from "#app/http/uploads.ts";
import { UploadPage } from "#app/ui/clinic/upload-page.tsx";

export const handle: RouteHandle = { title: (t) => t("upload.title") };

export const loader = staffPage(async ({ ctx }) => ({ ...(await uploadPlace(ctx)), most: UPLOADS.files }));

export const action = staffPage(async ({ ctx, context, request }) => {
  const files: UploadedFileView[] = [];
  const { tooMany } = await readUploads(request, async (file) => {
    files.push(await uploadFile(ctx, context.feed.receive, file));
  });
  return { files, tooMany };
});

export default function Upload() {
  return <UploadPage {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
