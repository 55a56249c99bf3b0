import type { Profile } from "./profile.ts";

/** OpenID Connect as the textbook has it: discovery, PKCE, a secret, everything in the ID token. */
export const plain: Profile = {
  label: { vi: "Định danh số quốc gia", en: "National digital ID" },
  clientAuthentication: "client_secret_post",
  scope: "openid profile identity",
  par: "off",
  request: { ui_locales: "{language}", prompt: "login" },
};
