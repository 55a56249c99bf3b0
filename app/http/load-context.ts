import type { Request, Response } from "express";
import type { DigitalIds } from "#app/adapters/digital-id/provider.ts";
import type { InsuranceGateway } from "#app/adapters/insurance/gateway.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { RelyingPartyKeys } from "#app/adapters/keys/relying-party/relying-party-keys.ts";
import { deviceOf } from "#app/adapters/visitor/device.ts";
import { networkOf } from "#app/adapters/visitor/network.ts";
import type { Config } from "#app/config.ts";
import { findSession } from "#app/domain/identity/find-session.ts";
import type { SessionView } from "#app/domain/identity/view.ts";
import type { Locale } from "#app/i18n/locale.ts";
import type { PrintGate } from "#app/print/print-gate.ts";
import { knownError } from "#app/shared/errors.ts";
import type { Db } from "#db/client.ts";
import { askedLanguage } from "./asked-language.ts";
import { readCookie } from "./cookies.ts";
import type { FeedGate } from "./feed-gate.ts";
import type { Logger } from "./log.ts";
import type { SignedValues } from "./signed-values.ts";
import { wantsLargeText } from "./text-size.ts";

/** What the process gives to every page. */
export interface PortalServices {
  config: Config;
  db: Db;
  keys: KeyRing;
  digitalIds: DigitalIds;
  /** Where insurance cards are checked; nowhere without it. */
  insurance: InsuranceGateway | undefined;
  rpKeys: RelyingPartyKeys;
  logger: Logger;
  feed: FeedGate;
  print: PrintGate;
  now: () => Date;
}

/** What the web process adds for pages. */
export interface PageServices extends PortalServices {
  signed: SignedValues;
}

/** What a page's loaders and actions are given. */
export interface PageContext extends PageServices {
  requestId: string;
  nonce: string;
  language: Locale;
  /** The reader asked for large letters. */
  largeText: boolean;
  sessionToken: string | undefined;
  signInToken: string | undefined;
  /** Of a browser that is a shared counter. */
  counterToken: string | undefined;
  /** What passkeys are bound to. */
  relyingParty: { origin: string; name: string };
  /** The name of a browser that has signed in here before. */
  knownDevice: string | undefined;
  /** Of somebody whose sign-in waits to be sorted: it opens their case alone. */
  helpToken: string | undefined;
  /** Words about the browser and its network, for the person's own list. */
  visitor: { device: string; network: string };
  /** What failed where no page is rendered: the page of errors says it. */
  failed?: { error: unknown; at?: string | undefined };
  /** The session of this request: asked for once, when somebody needs it. */
  session(): Promise<SessionView | undefined>;
  /** For pages that need none: while the database is away nobody is signed in. */
  sessionIfKnown(): Promise<SessionView | undefined>;
}

export function pageContext(services: PageServices, req: Request, res: Response): PageContext {
  const header = req.headers.cookie;
  const sessionToken = readCookie(services.config, header, "session");
  const counterToken = readCookie(services.config, header, "counter");
  let session: Promise<SessionView | undefined> | undefined;
  const ask = () => {
    session ??= sessionToken
      ? inForce(findSession(services, sessionToken, counterToken), res)
      : Promise.resolve(undefined);
    return session;
  };
  return {
    ...services,
    requestId: res.locals.requestId,
    nonce: res.locals.nonce,
    language: askedLanguage(services.config, req),
    largeText: wantsLargeText(services.config, req),
    sessionToken,
    counterToken,
    relyingParty: { origin: services.config.publicOrigin, name: "Sổ Khỏe" },
    signInToken: services.signed.open("signin", readCookie(services.config, header, "signin")),
    knownDevice: services.signed.open("device", readCookie(services.config, header, "device")),
    helpToken: readCookie(services.config, header, "help"),
    visitor: visitorOf(req),
    session: ask,
    sessionIfKnown: () =>
      ask().catch((error: unknown) => {
        if (knownError(error)) return undefined;
        throw error;
      }),
  };
}

/** The line of the log says for which facility somebody was on duty. */
async function inForce(asked: Promise<SessionView | undefined>, res: Response): Promise<SessionView | undefined> {
  const session = await asked;
  res.locals.facility = session?.duty?.facilityId;
  return session;
}

/** Worked out when a sign-in asks for it, not for every page; an address goes no further than here. */
function visitorOf(req: Request): PageContext["visitor"] {
  return {
    get device() {
      return deviceOf(req.headers["user-agent"]);
    },
    get network() {
      return networkOf(req.ip);
    },
  };
}

declare module "@remix-run/node" {
  interface AppLoadContext extends PageContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
