import { idTokenFaults, spoilIdToken } from "../faults/id-token.ts";
import type { FaultSwitch } from "../faults/switch.ts";
import { signUserinfo } from "../faults/userinfo.ts";
import type { SpoilingKeys } from "../keys.ts";
import type { Middleware, OidcContext } from "../library.ts";
import { tagged } from "../profiles/esignet.ts";
import type { Profile } from "../profiles/profile.ts";
import { type Encryption, encrypt, tamper } from "./encrypt.ts";

export interface Answering {
  issuer: string;
  clientId: string;
  profile: Profile;
  faults: FaultSwitch;
  keys: SpoilingKeys;
  /** Where the application's keys are. */
  keysAt: string;
}

/** What oidc-provider answers, brought into the profile's shape – signed, encrypted – and spoiled on command. */
export function shapedAnswers(answering: Answering): Middleware {
  const { paths } = answering.profile;
  return async (ctx, next) => {
    await next();
    if (!isObject(ctx.body)) return;
    if (ctx.path === paths.discovery) discovery(ctx, ctx.body, answering);
    else if (ctx.path === paths.jwks) ctx.body = { keys: answering.keys.published() };
    else if (ctx.path === paths.token) await token(ctx, ctx.body, answering);
    else if (ctx.path === paths.userinfo) await userinfo(ctx, ctx.body, answering);
  };
}

function discovery(ctx: OidcContext, body: Record<string, unknown>, { faults, profile }: Answering): void {
  if (!("issuer" in body)) return;
  const issuer = faults.take("discovery-wrong-issuer") ? "https://impostor.example" : body.issuer;
  ctx.body = { ...body, issuer, ...(profile.withoutIss && { authorization_response_iss_parameter_supported: false }) };
}

async function token(ctx: OidcContext, body: Record<string, unknown>, answering: Answering): Promise<void> {
  if (typeof body.id_token !== "string") return;
  const { faults, keys, profile } = answering;
  const fault = faults.takeOneOf(idTokenFaults);
  const signed = fault ? await spoilIdToken(body.id_token, fault, keys, profile.levels) : body.id_token;
  const idToken = profile.idToken === "JWE" ? await encrypted(signed, answering, "A256CBC-HS512") : signed;
  ctx.body = { ...body, id_token: idToken };
}

async function userinfo(ctx: OidcContext, body: Record<string, unknown>, answering: Answering): Promise<void> {
  if (!("sub" in body)) return;
  const { faults, keys, profile, issuer, clientId } = answering;
  const about = faults.take("userinfo-other-sub") ? { ...body, sub: "somebody-else" } : body;
  if (profile.userinfo === "JSON" || faults.take("userinfo-plain")) {
    ctx.body = about;
    return;
  }
  const signed = await signUserinfo({ ...tagged(about), iss: issuer, aud: clientId }, faults, keys);
  ctx.body = await encrypted(signed, answering, "A256GCM");
  ctx.type = "application/jwt";
}

async function encrypted(signed: string, { faults, keysAt }: Answering, enc: Encryption["enc"]): Promise<string> {
  if (faults.take("unencrypted")) return signed;
  const jwe = await encrypt(signed, { keysAt, enc });
  return faults.take("tampered-jwe") ? tamper(jwe) : jwe;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Buffer.isBuffer(value);
}
