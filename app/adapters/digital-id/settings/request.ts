import { z } from "zod";

/** What the protocol itself sets; a setting that replaced one would switch a check off. */
const OURS = new Set([
  ...["client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "max_age"],
  ...["code_challenge", "code_challenge_method", "request", "request_uri", "dpop_jkt", "id_token_hint"],
]);

/**
 * Parameters of the authorization request: texts as they are (`{language}` becomes the page's language), lists and
 * objects as JSON (`vtr`, `claims`); `null` takes a parameter of the profile away.
 */
export const requestParameters = z
  .record(z.string().regex(/^[A-Za-z0-9_.:-]+$/), z.json())
  .refine((all) => !Object.keys(all).some((name) => OURS.has(name)), {
    error: ({ input }) =>
      `sets ${Object.keys(input as object)
        .filter((name) => OURS.has(name))
        .join(", ")}, which the portal sets itself`,
  });

export type RequestParameters = z.infer<typeof requestParameters>;
