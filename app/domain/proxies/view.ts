/** A proxy as people read it: who, what they may, until when. */
export interface ProxyView {
  id: string;
  /** The other one: who helps me, or whom I help. */
  personId: string;
  name: string;
  scope: "see" | "act" | "pharmacy" | "pay";
  legalKind: "guardian" | "written-authorisation" | "helper";
  state: "active";
  startsAt: string;
  endsAt: string;
}

export interface ProxiesView {
  /** People whose book the reader may open. */
  iHelp: ProxyView[];
  /** People who may open the reader's book. */
  helpMe: ProxyView[];
}
