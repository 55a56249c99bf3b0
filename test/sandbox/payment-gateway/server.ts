import type { Express, Request } from "express";
import { sandboxApp } from "../http/app.ts";
import { startOnLoopback } from "../http/start.ts";
import { type Gateway, pageFor } from "./gateway.ts";
import { Ledger } from "./ledger.ts";
import { type Merchant, merchantsByCode } from "./merchants.ts";
import { apiRoutes } from "./routes/api.ts";
import { frontRoutes } from "./routes/front.ts";
import { paymentRoutes } from "./routes/payment.ts";

export interface PaymentGatewayOptions {
  /** 0 takes any free port. */
  port: number;
  merchants: readonly Merchant[];
  /** Where merchants are told of payments; unless given, `/hooks/vnpay/ipn` at their own origin. */
  ipnUrl?: string;
  now?: () => Date;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface PaymentGateway {
  url: string;
  close(): Promise<void>;
}

/** Starts the sandbox's payment gateway, which plays VNPay 2.1.0 on loopback; no money moves. */
export async function startPaymentGateway(options: PaymentGatewayOptions): Promise<PaymentGateway> {
  const gateway: Gateway = {
    merchants: merchantsByCode(options.merchants),
    ledger: new Ledger(),
    now: options.now ?? (() => new Date()),
    ipnUrlOf: ({ returnOrigin }) => options.ipnUrl ?? `${returnOrigin}/hooks/vnpay/ipn`,
  };
  const onError = options.onError ?? (() => undefined);
  const { url, close } = await startOnLoopback(options.port, (own) => app(gateway, own, onError));
  return { url, close };
}

function app(gateway: Gateway, url: string, onError: (error: unknown) => void): Express {
  const settings = {
    url,
    formTargets: [...new Set([...gateway.merchants.values()].map((merchant) => merchant.returnOrigin))],
    styles: [new URL("./pages/payment.css", import.meta.url)],
    page: (req: Request) => pageFor(gateway, req),
    onError,
  };
  return sandboxApp(settings, [apiRoutes(gateway), paymentRoutes(gateway), frontRoutes(gateway)]);
}
