import type { JWTPayload } from "jose";
import type { SpoilingKeys } from "../keys.ts";
import { newKey } from "../signing-key.ts";
import type { FaultSwitch } from "./switch.ts";

/** Userinfo as a JWT (OpenID Connect Core §5.3.2), spoiled as the switch says. */
export async function signUserinfo(claims: JWTPayload, faults: FaultSwitch, keys: SpoilingKeys): Promise<string> {
  const header = { kid: keys.own.kid ?? "" };
  if (faults.take("userinfo-wrong-audience")) return keys.sign({ ...claims, aud: "another-application" }, header);
  if (faults.take("userinfo-wrong-issuer")) return keys.sign({ ...claims, iss: "https://impostor.example" }, header);
  if (faults.take("userinfo-bad-signature")) return keys.sign(claims, header, await newKey(keys.alg));
  return keys.sign(claims, header);
}
