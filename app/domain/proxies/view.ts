/** A proxy as people read it: who, what they may, until when. */
export interface ProxyView {
  personId: string;
  name: string;
  scope: "see" | "act" | "pharmacy" | "pay";
  legalKind: "guardian" | "written-authorisation" | "helper";
  until: string;
}

export interface ProxiesView {
  /** People whose book the reader may open. */
  iHelp: ProxyView[];
  /** People who may open the reader's book. */
  helpMe: ProxyView[];
}
