import type { Profile } from "../profiles/profile.ts";
import type { FaultSwitch } from "./switch.ts";

/** Changes the parameters that go back to the application, as the switch says. */
export function spoilingWayBack(faults: FaultSwitch, profile: Profile, origin: string) {
  let usedCode: unknown;
  return (out: Record<string, unknown>): void => {
    if (profile.withoutIss || faults.take("no-iss-parameter")) out.iss = undefined;
    if (faults.take("wrong-iss-parameter")) out.iss = "https://impostor.example";
    if (faults.take("mixed-up")) out.iss = profile.name === "vneid" ? origin : `${origin}/vneid`;
    if (faults.take("wrong-state")) out.state = "state-of-another-sign-in";
    if (usedCode !== undefined && faults.take("used-code")) out.code = usedCode;
    else usedCode = out.code;
    if (faults.take("access-denied")) {
      out.code = undefined;
      out.error = "access_denied";
      out.error_description = "the sandbox refuses on purpose";
    }
  };
}
