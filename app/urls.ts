import type { MachineRoute } from "./http/machine.ts";

/**
 * Every URL of the portal in one table. `routes.ts` hands the pages to Remix, the server mounts the
 * machine routes before it, and generated tests try each without a session.
 */
export interface PageRoute {
  path: string;
  /** Route module below `app/`. */
  file: string;
  /** Who may open it at all; what they see is decided where the data is read. */
  access: "public" | "signed-in" | "staff" | "operator";
  /** No page of its own: answers a form or a redirect. */
  resource?: true;
  /** Its form brings files. */
  uploads?: true;
}

export const pages: readonly PageRoute[] = [
  { path: "/", file: "routes/public/home.tsx", access: "public" },
  { path: "/help", file: "routes/public/help.tsx", access: "public" },
  { path: "/accessibility", file: "routes/public/accessibility.tsx", access: "public" },
  { path: "/sign-in", file: "routes/auth/sign-in.tsx", access: "public" },
  { path: "/sign-in/callback", file: "routes/auth/callback.tsx", access: "public" },
  { path: "/sign-in/confirm", file: "routes/auth/confirm.tsx", access: "public" },
  { path: "/sign-in/help", file: "routes/auth/sign-in-help.tsx", access: "public" },
  { path: "/sign-out", file: "routes/auth/sign-out.tsx", access: "public", resource: true },
  { path: "/signed-out", file: "routes/auth/signed-out.tsx", access: "public" },
  { path: "/book", file: "routes/citizen/book.tsx", access: "signed-in" },
  { path: "/book/export", file: "routes/citizen/export.tsx", access: "signed-in", resource: true },
  { path: "/book/sources", file: "routes/citizen/sources.tsx", access: "signed-in" },
  { path: "/book/sources/why", file: "routes/citizen/missing.tsx", access: "signed-in" },
  { path: "/book/visits/:id", file: "routes/citizen/visit.tsx", access: "signed-in" },
  { path: "/book/results/:id", file: "routes/citizen/result.tsx", access: "signed-in" },
  { path: "/book/corrections", file: "routes/citizen/corrections.tsx", access: "signed-in" },
  { path: "/book/corrections/new", file: "routes/citizen/correction-new.tsx", access: "signed-in" },
  { path: "/book/corrections/:reference", file: "routes/citizen/correction.tsx", access: "signed-in" },
  { path: "/book/:section", file: "routes/citizen/section.tsx", access: "signed-in" },
  { path: "/people", file: "routes/citizen/people.tsx", access: "signed-in" },
  { path: "/privacy", file: "routes/citizen/privacy.tsx", access: "signed-in" },
  { path: "/privacy/sessions", file: "routes/citizen/sessions.tsx", access: "signed-in" },
  { path: "/privacy/lock", file: "routes/citizen/lock.tsx", access: "signed-in" },
  { path: "/privacy/accounts", file: "routes/citizen/accounts.tsx", access: "signed-in" },
  { path: "/privacy/notice", file: "routes/citizen/notice.tsx", access: "signed-in" },
  { path: "/duty", file: "routes/staff/duty.tsx", access: "staff" },
  { path: "/clinic/corrections", file: "routes/clinic/corrections.tsx", access: "staff" },
  { path: "/clinic/upload", file: "routes/clinic/upload.tsx", access: "staff", uploads: true },
  { path: "/clinic/corrections/:reference", file: "routes/clinic/correction.tsx", access: "staff" },
  { path: "/operator", file: "routes/operator/home.tsx", access: "operator" },
  { path: "/operator/facilities", file: "routes/operator/facilities.tsx", access: "operator" },
  { path: "/operator/clients", file: "routes/operator/clients.tsx", access: "operator" },
  { path: "/operator/clients/:id", file: "routes/operator/client.tsx", access: "operator" },
  { path: "/operator/feeds", file: "routes/operator/feeds.tsx", access: "operator" },
  { path: "/operator/feeds/rejects.csv", file: "routes/operator/rejects-csv.tsx", access: "operator", resource: true },
  { path: "/operator/feeds/:facilityId", file: "routes/operator/feed.tsx", access: "operator" },
  {
    path: "/operator/feeds/:facilityId/rejects.csv",
    file: "routes/operator/feed-rejects-csv.tsx",
    access: "operator",
    resource: true,
  },
  { path: "/operator/pulled", file: "routes/operator/pulled.tsx", access: "operator" },
  { path: "/operator/messages", file: "routes/operator/messages.tsx", access: "operator" },
  { path: "/operator/messages/:facilityId/:id", file: "routes/operator/message.tsx", access: "operator" },
  { path: "/operator/quarantine", file: "routes/operator/quarantine.tsx", access: "operator" },
  { path: "/operator/quarantine/:facilityId/:id", file: "routes/operator/quarantine-case.tsx", access: "operator" },
  { path: "/operator/persons", file: "routes/operator/persons.tsx", access: "operator" },
  { path: "/operator/persons/:id", file: "routes/operator/person.tsx", access: "operator" },
  { path: "/operator/staff", file: "routes/operator/staff.tsx", access: "operator" },
  { path: "/operator/staff/new", file: "routes/operator/staff-new.tsx", access: "operator" },
  { path: "/operator/staff/import", file: "routes/operator/staff-import.tsx", access: "operator", uploads: true },
  { path: "/operator/staff/:id", file: "routes/operator/staff-member.tsx", access: "operator" },
  { path: "/operator/identities", file: "routes/operator/identities.tsx", access: "operator" },
  { path: "/operator/identities/:id", file: "routes/operator/identity-case.tsx", access: "operator" },
  { path: "/operator/corrections", file: "routes/operator/corrections.tsx", access: "operator" },
  {
    path: "/operator/corrections/ghost-visits",
    file: "routes/operator/ghost-visits.tsx",
    access: "operator",
    resource: true,
  },
  { path: "/operator/ranges/:facilityId", file: "routes/operator/ranges.tsx", access: "operator" },
  { path: "*", file: "routes/public/not-found.tsx", access: "public" },
];

const cud = { scope: "system/*.cud" } as const;

export const machineRoutes: readonly MachineRoute[] = [
  {
    method: "POST",
    path: "/fhir",
    access: cud,
    transport: "fhir",
    summary: "Deliver a Bundle of one person's record",
    load: () => import("./routes/api/fhir/receive-bundle.ts"),
  },
  {
    method: "POST",
    path: "/feeds/qd3176",
    access: cud,
    transport: "problem",
    summary: "Deliver a package of QĐ 3176 (XML)",
    load: () => import("./routes/api/feeds/receive-package.ts"),
  },
  {
    method: "POST",
    path: "/feeds/immunizations",
    access: cud,
    transport: "problem",
    summary: "Deliver an export of the immunisation register (CSV)",
    load: () => import("./routes/api/feeds/receive-immunizations.ts"),
  },
  {
    method: "POST",
    path: "/feeds/form-831",
    access: cud,
    transport: "problem",
    summary: "Deliver personal health-management records (Form 831, JSON)",
    load: () => import("./routes/api/feeds/receive-form-831.ts"),
  },
  {
    method: "GET",
    path: "/fhir/metadata",
    access: "public",
    transport: "fhir",
    summary: "What this FHIR server offers",
    load: () => import("./routes/api/fhir/metadata.ts"),
  },
  {
    method: "POST",
    path: "/fhir/:type",
    access: cud,
    transport: "fhir",
    summary: "Create a resource, or find it by If-None-Exist",
    load: () => import("./routes/api/fhir/create.ts"),
  },
  {
    method: "PUT",
    path: "/fhir/:type",
    access: cud,
    transport: "fhir",
    summary: "Update the resource that an identifier names, or create it",
    load: () => import("./routes/api/fhir/conditional-update.ts"),
  },
  {
    method: "DELETE",
    path: "/fhir/:type",
    access: cud,
    transport: "fhir",
    summary: "Withdraw the resource that an identifier names",
    load: () => import("./routes/api/fhir/conditional-delete.ts"),
  },
  {
    method: "PUT",
    path: "/fhir/:type/:id",
    access: cud,
    transport: "fhir",
    summary: "Update a resource, or create it under its id",
    load: () => import("./routes/api/fhir/update.ts"),
  },
  {
    method: "DELETE",
    path: "/fhir/:type/:id",
    access: cud,
    transport: "fhir",
    summary: "Withdraw a resource",
    load: () => import("./routes/api/fhir/delete.ts"),
  },
  {
    method: "GET",
    path: "/.well-known/smart-configuration",
    access: "public",
    transport: "problem",
    summary: "SMART discovery",
    load: () => import("./routes/api/smart-configuration.ts"),
  },
  {
    method: "GET",
    path: "/sign-in/jwks.json",
    access: "public",
    transport: "problem",
    summary: "Public keys of the portal as a client of digital IDs",
    load: () => import("./routes/api/relying-party-keys.ts"),
  },
  {
    method: "GET",
    path: "/api/openapi.json",
    access: "public",
    transport: "problem",
    summary: "This document",
    load: () => import("./routes/api/openapi.ts"),
  },
  {
    method: "GET",
    path: "/api/v1/messages/:id",
    access: cud,
    transport: "problem",
    summary: "What became of a delivery",
    load: () => import("./routes/api/v1/read-message.ts"),
  },
  {
    method: "GET",
    path: "/ops/healthz",
    access: "public",
    transport: "problem",
    summary: "The process answers",
    load: () => import("./routes/ops/healthz.ts"),
  },
  {
    method: "GET",
    path: "/ops/readyz",
    access: "public",
    transport: "problem",
    summary: "Ready for requests",
    load: () => import("./routes/ops/readyz.ts"),
  },
];
