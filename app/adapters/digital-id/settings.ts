import { z } from "zod";
import {
  contentEncryptions,
  keyManagementAlgorithms,
  ownSignatureAlgorithms,
  signatureList,
  usualSignatures,
} from "./settings/algorithms.ts";
import { assuranceSettings } from "./settings/assurance.ts";
import { claimSettings } from "./settings/claims.ts";
import { requestParameters } from "./settings/request.ts";

const address = z.url({ protocol: /^https?$/ });
const encryption = z.strictObject({
  algs: z.array(z.enum(keyManagementAlgorithms)).min(1).default(["ECDH-ES+A256KW", "RSA-OAEP-256"]),
  encs: z.array(z.enum(contentEncryptions)).min(1).default(["A256GCM", "A256CBC-HS512", "A128GCM", "A128CBC-HS256"]),
});

/** Everything a provider may differ in; docs/connect-your-provider.md explains each field. No field switches a check off. */
export const providerSettings = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "is 1 to 32 small letters, digits and dashes"),
  profile: z.string(),
  label: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  issuer: address,
  /** True: at the issuer's well-known address; an address: there; false: `endpoints` says everything. */
  discovery: z.union([z.boolean(), address]).default(true),
  /** Each overrides what discovery says. */
  endpoints: z
    .strictObject({
      authorization: address,
      token: address,
      userinfo: address,
      jwks: address,
      endSession: address,
      pushedAuthorization: address,
    })
    .partial()
    .default({}),
  clientId: z.string().min(1),
  clientAuthentication: z.enum(["client_secret_basic", "client_secret_post", "private_key_jwt"]),
  clientSecret: z.string().min(1).optional(),
  clientAssertion: z
    .strictObject({
      alg: z.enum(ownSignatureAlgorithms).default("ES256"),
      audience: z.enum(["issuer", "token-endpoint"]).default("issuer"),
    })
    .prefault({}),
  scope: z
    .string()
    .regex(/^\S+( \S+)*$/, "is words with one space between them")
    .default("openid"),
  pkce: z.enum(["S256", "off"]).default("S256"),
  /** Its contract says it refuses a code without the right verifier, where no discovery document does. */
  pkcePromised: z.boolean().default(false),
  /** `shared`: a registration that cannot be changed keeps the address without the provider's name. */
  redirectUri: z.enum(["own", "shared"]).default("own"),
  /** `on`: where the provider offers it. */
  par: z.enum(["off", "on", "required"]).default("on"),
  dpop: z.enum(["off", "on"]).default("off"),
  /** The request as a signed JWT (RFC 9101). */
  jar: z.enum(["off", "on"]).default("off"),
  jarAlg: z.enum(ownSignatureAlgorithms).default("ES256"),
  /** RFC 9207. What discovery promises is required in any case. */
  issInAnswer: z.enum(["if-present", "required"]).default("if-present"),
  request: requestParameters.default({}),
  /** Sent on top of `request` when a level is asked for. */
  requestForLevel: z.partialRecord(z.enum(["1", "2", "3"]), requestParameters).default({}),
  idToken: z
    .strictObject({
      use: z.enum(["required", "none"]).default("required"),
      algs: signatureList.default([...usualSignatures]),
      encrypted: z.boolean().default(false),
    })
    .prefault({}),
  userinfo: z
    .strictObject({
      format: z.enum(["none", "json", "jws", "jwe", "jws-in-jwe"]).default("none"),
      algs: signatureList.default([...usualSignatures]),
    })
    .prefault({}),
  encryption: encryption.prefault({}),
  /** The claim that always names the same account here. */
  subject: z.string().min(1).default("sub"),
  /** `each-sign-in`: the provider's contract says it asks anew every time, so that `auth_time` may be missing. */
  freshness: z.enum(["auth_time", "each-sign-in"]).default("auth_time"),
  claims: claimSettings.prefault({}),
  assurance: assuranceSettings,
  logout: z
    .strictObject({
      kind: z.enum(["rp-initiated", "claim", "none"]).default("rp-initiated"),
      claim: z.string().min(1).optional(),
      allowedHosts: z.array(z.string().min(1)).default([]),
      backChannel: z.boolean().default(false),
    })
    .prefault({}),
});

export type ProviderSettings = z.infer<typeof providerSettings>;
/** As a file writes it. */
export type ProviderSettingsInput = z.input<typeof providerSettings>;

/** Rules between fields, in words: [field, what is wrong]. */
export function contradictions(p: ProviderSettings): [field: string, wrong: string][] {
  const { endpoints: at, idToken, userinfo } = p;
  const wrong: [string, string, boolean][] = [
    ["endpoints.authorization", "is needed because discovery is off", p.discovery === false && !at.authorization],
    ["endpoints.token", "is needed because discovery is off", p.discovery === false && !at.token],
    [
      "endpoints.jwks",
      "is needed because discovery is off and answers are signed",
      p.discovery === false && signed(p) && !at.jwks,
    ],
    [
      "endpoints.userinfo",
      "is needed because discovery is off",
      p.discovery === false && userinfo.format !== "none" && !at.userinfo,
    ],
    [
      "clientSecret",
      "is needed for this clientAuthentication",
      p.clientAuthentication !== "private_key_jwt" && !p.clientSecret,
    ],
    [
      "userinfo.format",
      "is needed where no ID token is expected",
      idToken.use === "none" && userinfo.format === "none",
    ],
    ["scope", 'needs "openid" for an ID token', idToken.use === "required" && !p.scope.split(" ").includes("openid")],
    [
      "pkcePromised",
      "must be true where neither an ID token nor a discovery document is there: nothing else says that a stolen code is useless. Have it confirmed that the provider checks code_verifier (S256)",
      idToken.use === "none" && p.pkce === "S256" && p.discovery === false && !p.pkcePromised,
    ],
    ["assurance", "gives nobody level 2, which the health book needs", p.assurance.every(({ level }) => level < 2)],
    ["logout.claim", 'is needed for the kind "claim"', p.logout.kind === "claim" && !p.logout.claim],
    [
      "logout.allowedHosts",
      'is needed for the kind "claim"',
      p.logout.kind === "claim" && p.logout.allowedHosts.length === 0,
    ],
    [
      "logout.backChannel",
      "needs the keys of the provider (endpoints.jwks)",
      p.discovery === false && p.logout.backChannel && !at.jwks,
    ],
  ];
  return wrong.flatMap(([field, what, is]) => (is ? [[field, what]] : []));
}

const signed = ({ idToken, userinfo }: ProviderSettings): boolean =>
  idToken.use === "required" || ["jws", "jws-in-jwe"].includes(userinfo.format);
