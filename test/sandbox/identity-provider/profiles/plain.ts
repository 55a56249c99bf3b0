import { createHmac } from "node:crypto";
import { paths } from "../paths.ts";
import type { Profile } from "./profile.ts";

/** OpenID Connect as its text says: discovery, PKCE, everything in an ES256 ID token. */
export const plain: Profile = {
  name: "plain",
  path: "",
  title: { vi: "Định danh số quốc gia (OpenID Connect thuần)", en: "National digital ID (plain OpenID Connect)" },
  differs: {
    vi: "Đúng chuẩn: có discovery, bắt buộc PKCE, mọi thông tin nằm trong ID token ký ES256.",
    en: "By the book: discovery, PKCE required, everything in an ES256 ID token.",
  },
  paths,
  alg: "ES256",
  levels: ["urn:so-khoe:sandbox:loa:1", "urn:so-khoe:sandbox:loa:2", "urn:so-khoe:sandbox:loa:3"],
  subject: ({ key }) => createHmac("sha256", "so-khoe sandbox subject").update(key).digest("base64url").slice(0, 27),
  claims: ({ persona, withNumber }) => ({
    name: persona.name,
    birthdate: persona.birthDate,
    gender: persona.gender,
    ...(withNumber && persona.personalNumber !== undefined ? { personal_number: persona.personalNumber } : {}),
    ...(persona.passport === undefined ? {} : { passport_number: persona.passport }),
  }),
  protocol: {},
  features: {},
  client: () => ({}),
  idToken: "JWS",
  userinfo: "JSON",
};
