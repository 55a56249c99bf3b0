import { useActionData, useLoaderData } from "@remix-run/react";
import { requireFresh } from "#app/domain/access/assurance.ts";
import { importRoster } from "#app/domain/staff/import-roster.ts";
import type { RosterAnswer } from "#app/domain/staff/view.ts";
import { inWords } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { readUploads } from "#app/http/uploads.ts";
import { StaffImportPage } from "#app/ui/staff/staff-import-page.tsx";

export const handle: RouteHandle = { title: (t) => t("staff.import") };

/** A browser waits for its answer; larger files are for the command. */
const MOST_ROWS = 1_000;

/** The provider that the address names, or the first. */
function chosenIssuer(providers: readonly { issuer: string }[], url: URL): string {
  const asked = url.searchParams.get("issuer");
  return (providers.find((one) => one.issuer === asked) ?? providers[0])?.issuer ?? "";
}

/** Files are not kept while somebody confirms who they are: it is asked before they choose one. */
export const loader = operatorPage(async ({ ctx, context, url }) => {
  requireFresh(ctx, "change-roster");
  return {
    chosen: chosenIssuer(context.config.providers, url),
    issuers: context.config.providers.map(({ issuer, label }) => ({ issuer, label: label[context.language] })),
    most: MOST_ROWS,
  };
});

/** Each file's rows one by one; roles are bound to the provider that was chosen. */
export const action = operatorPage(async ({ ctx, context, request, url }) => {
  const issuer = chosenIssuer(context.config.providers, url);
  const answers: (RosterAnswer & { name: string })[] = [];
  await readUploads(request, async ({ name, bytes }) => {
    const answer = bytes
      ? await importRoster(ctx, { bytes, issuer, most: MOST_ROWS })
      : { rows: [], unread: "roster-too-long" };
    answers.push({
      ...answer,
      name,
      unread: answer.unread && inWords(context.language, answer.unread),
      rows: answer.rows.map((row) => ({
        ...row,
        errors: Object.fromEntries(
          Object.entries(row.errors).map(([field, codes]) => [field, codes.map((c) => inWords(context.language, c))]),
        ),
      })),
    });
  });
  return { answers };
});

export default function StaffImport() {
  return <StaffImportPage {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
