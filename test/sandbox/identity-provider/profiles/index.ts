import type { FaultSwitch } from "../faults/switch.ts";
import { esignet } from "./esignet.ts";
import { fapi } from "./fapi.ts";
import { nationalPortal } from "./national-portal.ts";
import { plain } from "./plain.ts";
import type { Profile } from "./profile.ts";
import { vneid } from "./vneid.ts";

/** Every kind of digital ID this sandbox can be, the plain one first. */
export function profiles(faults: FaultSwitch): Profile[] {
  return [plain, nationalPortal, vneid, esignet, fapi(() => faults.take("dpop-nonce-due"))];
}
