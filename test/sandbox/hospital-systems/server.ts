import type { Express, Request } from "express";
import { sandboxApp } from "../http/app.ts";
import { startOnLoopback } from "../http/start.ts";
import { type Hospitals, pageFor } from "./hospitals.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { frontRoutes } from "./routes/front.ts";
import { createSystems, type SystemsOptions } from "./systems.ts";

export interface HospitalSystemsOptions extends SystemsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Told of failures of the sandbox itself; it prints nothing. */
  onError?(error: unknown): void;
}

export interface HospitalSystems {
  url: string;
  close(): Promise<void>;
}

/** Starts the page from which every hospital of the province can be made to send something, on loopback only. */
export async function startHospitalSystems(options: HospitalSystemsOptions): Promise<HospitalSystems> {
  const { portal, clients } = options;
  const hospitals: Hospitals = { portal, sending: Object.keys(clients), systems: createSystems(options) };
  const onError = options.onError ?? (() => undefined);
  const { url, close } = await startOnLoopback(options.port, (own) => app(hospitals, own, onError));
  return { url, close };
}

function app(hospitals: Hospitals, url: string, onError: (error: unknown) => void): Express {
  const settings = {
    url,
    formTargets: [],
    styles: [new URL("./pages/deliveries.css", import.meta.url)],
    page: (req: Request) => pageFor(hospitals, req),
    onError,
  };
  return sandboxApp(settings, [frontRoutes(hospitals), deliveryRoutes(hospitals)]);
}
