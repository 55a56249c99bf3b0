import { esignet } from "./profiles/esignet.ts";
import { fapi2 } from "./profiles/fapi2.ts";
import { nationalPortal } from "./profiles/national-portal.ts";
import { plain } from "./profiles/plain.ts";
import type { Profile } from "./profiles/profile.ts";
import { vneid } from "./profiles/vneid.ts";

/** The kinds of providers we know; one more is one more file of data. */
export const profiles = {
  "national-portal": nationalPortal,
  vneid,
  esignet,
  fapi2,
  plain,
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];

export const isProfileName = (name: string): name is ProfileName => Object.hasOwn(profiles, name);
