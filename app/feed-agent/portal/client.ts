import type { JWK } from "jose";
import type { QueuedDocument } from "../disk/document.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { Later } from "./later.ts";
import { parsed, tokenSource } from "./token.ts";

export interface PortalClient {
  /** Delivers one document. @throws Later when nothing is known of what became of it. */
  send(document: Pick<QueuedDocument, "kind" | "seq">, bytes: Uint8Array): Promise<Answer>;
  /** Can a token be had? @throws Later */
  check(): Promise<void>;
}

const TARGETS = {
  qd3176: { path: "/feeds/qd3176", type: "application/xml" },
  fhir: { path: "/fhir", type: "application/fhir+json" },
} as const;

const TIMEOUT_MS = 150_000;

/** The portal as the agent sees it; `stream` names its sequence. */
export function portalClient(options: { portal: string; clientId: string; key: JWK; stream: string }): PortalClient {
  const tokens = tokenSource(options);

  async function post({ kind, seq }: Pick<QueuedDocument, "kind" | "seq">, bytes: Uint8Array): Promise<Response> {
    const { path, type } = TARGETS[kind];
    const token = await tokens.take();
    const headers = {
      Authorization: `Bearer ${token}`,
      "Content-Type": type,
      "X-Feed-Sequence": `${options.stream}/${seq}`,
    };
    const response = await fetch(`${options.portal}${path}`, {
      method: "POST",
      headers,
      body: new Uint8Array(bytes),
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error) => {
      throw Later.ofFetch(error);
    });
    if (response.status === 401) tokens.drop(token);
    return response;
  }

  return {
    async send(document, bytes) {
      let response = await post(document, bytes);
      if (response.status === 401) {
        // The token may have run out, or its key been changed: once more with a new one.
        await response.body?.cancel();
        response = await post(document, bytes);
      }
      const text = await response.text().catch((error) => {
        throw Later.ofFetch(error);
      });
      const answer = readAnswer(response.status, parsed(text), response.headers.get("location"));
      if (!answer) throw Later.ofResponse(response);
      return answer;
    },
    check: async () => void (await tokens.take()),
  };
}
