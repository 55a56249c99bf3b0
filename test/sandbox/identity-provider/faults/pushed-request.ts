import type { Middleware, Provider } from "../library.ts";
import type { Paths } from "../paths.ts";
import type { FaultSwitch } from "./switch.ts";

const URN = "urn:ietf:params:oauth:request_uri:";

/** Makes the pushed request that a browser brings one that was used, or is too old; the protocol itself refuses it then. */
export function spoilingPushedRequest(faults: FaultSwitch, paths: Paths, provider: Provider): Middleware {
  return async (ctx, next) => {
    const { request_uri: uri } = ctx.query;
    if (ctx.path === paths.authorization && typeof uri === "string" && uri.startsWith(URN)) {
      const pushed = await provider.PushedAuthorizationRequest.find(uri.slice(URN.length));
      if (pushed && faults.take("used-request-uri")) await pushed.consume();
      else if (pushed && faults.take("expired-request-uri")) await pushed.save(-1);
    }
    await next();
  };
}
