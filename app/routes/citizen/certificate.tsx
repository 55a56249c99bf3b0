import { useLoaderData } from "@remix-run/react";
import { readCertificate } from "#app/domain/health-book/vaccinations/read-certificate.ts";
import type { CertificateView } from "#app/domain/health-book/vaccinations/view.ts";
import { citizenPage } from "#app/http/page.ts";
import { showsHidden } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { CertificatePage } from "#app/ui/health-book/vaccinations/certificate-page.tsx";

export const handle: RouteHandle = { title: (t) => t("vaccinations.certificate") };

export const loader = citizenPage(({ ctx, url }) => readCertificate(ctx, { showHidden: showsHidden(url) }));

export default function Certificate() {
  return <CertificatePage view={useLoaderData<typeof loader>() as CertificateView} />;
}
