import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { listStaff, staffFilters } from "#app/domain/staff/list-staff.ts";
import { searchStaff } from "#app/domain/staff/search-staff.ts";
import { operatorPage } from "#app/http/page.ts";
import { pageNumber } from "#app/http/query.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { StaffPage } from "#app/ui/staff/staff-page.tsx";

export const handle: RouteHandle = { title: (t) => t("staff.title") };

export const loader = operatorPage(async ({ ctx, url }) => {
  const asked = url.searchParams.get("state");
  const filter = {
    facilityId: url.searchParams.get("facility") || undefined,
    state: staffFilters.find((one) => one === asked) ?? "in-force",
  };
  const [view, { facilities }] = await Promise.all([
    listStaff(ctx, { ...filter, page: pageNumber(url) }),
    listFacilities(ctx),
  ]);
  return { view, filter, facilities: facilities.map(({ id, name }) => ({ id, name })) };
});

/** Looks for somebody; what is typed names a person, so it stands in no address. */
export const action = operatorPage(async ({ ctx, form }) => {
  const { q = "" } = await form();
  return { q, found: await searchStaff(ctx, q) };
});

export default function Staff() {
  const loaded = useLoaderData<typeof loader>();
  return <StaffPage {...loaded} searched={useActionData<typeof action>()} />;
}
