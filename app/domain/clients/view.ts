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
  /** Since when the address of its keys gives none. */
  keysFailedAt: string | undefined;
}

export interface ClientKeyView {
  kid: string;
  alg: string | undefined;
  addedAt: string;
  lastUsedAt: string | undefined;
  retiredAt: string | undefined;
}

/** One system with everything an operator may know and change of it. */
export interface ClientView extends Omit<ClientRowView, "keys" | "keysFailedAt"> {
  /** Those that are valid first. */
  keys: ClientKeyView[];
  /** Where the keys come from, when they are not pasted. */
  published:
    | { uri: string; fetchedAt: string | undefined; failedAt: string | undefined; failure: string | undefined }
    | undefined;
  /** What was refused in the last two weeks, by day and code. */
  failures: { day: string; code: string; count: number }[];
  allScopes: string[];
}

export interface ClientsView {
  clients: ClientRowView[];
  /** Facilities a system can be registered for. */
  facilities: { id: string; name: string }[];
  /** Scopes that can be given. */
  scopes: string[];
}
