import type { Request } from "express";
import { sandboxApp } from "../http/app.ts";
import { startOnLoopback } from "../http/start.ts";
import { type Account, createInsurer, type Insurer, pageFor } from "./insurer.ts";
import { frontRoutes, gatewayRoutes } from "./routes.ts";

export interface InsurerOptions {
  /** 0 takes any free port. */
  port: number;
  account?: Account;
  portalOrigin?: string;
  /** The year the cards are of. */
  today?: Date;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface RunningInsurer extends Pick<Insurer, "faults" | "account"> {
  url: string;
  asked(): number;
  close(): Promise<void>;
}

const ACCOUNT = { username: "99000_SYT", password: "sandbox-insurer-password" };

/** Starts the sandbox's insurer, whose gateway says whether a card holds, on loopback only. */
export async function startInsurer(options: InsurerOptions): Promise<RunningInsurer> {
  const { port, account = ACCOUNT, portalOrigin, today = new Date(), onError = () => undefined } = options;
  const insurer = createInsurer(account, portalOrigin, today.getFullYear());
  const { url, close } = await startOnLoopback(port, (own) =>
    sandboxApp({ url: own, formTargets: [], page: (req: Request) => pageFor(insurer, req), onError }, [
      gatewayRoutes(insurer),
      frontRoutes(insurer),
    ]),
  );
  return { url, close, account, faults: insurer.faults, asked: () => insurer.asked };
}

/** The portal's settings towards it. */
export const insurerSettings = ({ url, account }: Pick<RunningInsurer, "url" | "account">): Record<string, string> => ({
  INSURANCE_GATEWAY_URL: url,
  INSURANCE_GATEWAY_USERNAME: account.username,
  INSURANCE_GATEWAY_PASSWORD: account.password,
  INSURANCE_OFFICER_NAME: "Tạ Hồng Nhung",
  INSURANCE_OFFICER_NUMBER: "099189000116",
});
