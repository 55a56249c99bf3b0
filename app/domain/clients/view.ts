/** A facility's system that talks to the portal, as operators see it. Public facts only. */
export interface ClientRowView {
  clientId: string;
  name: string;
  facilityId: string;
  facility: string;
  scopes: string[];
  keys: { kid: string | undefined; alg: string | undefined }[];
  createdAt: string;
  lastUsedAt: string | undefined;
  suspendedAt: string | undefined;
}

export interface ClientsView {
  clients: ClientRowView[];
  /** Facilities a system can be registered for. */
  facilities: { id: string; name: string }[];
  /** Scopes that can be given. */
  scopes: string[];
}
