import type { Profile } from "./profile.ts";

/** VNeID as public code shows it: a Keycloak realm whose `preferred_username` is the personal number. */
export const vneid: Profile = {
  label: { vi: "VNeID", en: "VNeID" },
  issuer: "https://sso.dancuquocgia.gov.vn/realms/citizen",
  clientAuthentication: "client_secret_basic",
  scope: "openid profile",
  par: "off",
  request: { ui_locales: "{language}", prompt: "login" },
  requestForLevel: { "2": { acr_values: "2" }, "3": { acr_values: "3" } },
  idToken: { algs: ["RS256", "PS256", "ES256"] },
  userinfo: { format: "json" },
  claims: { personalNumber: "preferred_username" },
  assurance: { "1": 1, "2": 2, "3": 3 },
  logout: { kind: "rp-initiated", backChannel: true },
};
