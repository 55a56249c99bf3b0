import { elsewhere } from "./profiles/national-portal.ts";

const loa = (level: number) => `urn:so-khoe:sandbox:loa:${level}`;
const byLoa = { [loa(1)]: 1, [loa(2)]: 2, [loa(3)]: 3 };

/** One entry of the file; docs/connect-your-provider.md explains its fields. */
export interface ProviderEntry {
  id: string;
  profile: string;
  issuer: string;
  label?: { vi: string; en: string };
  [setting: string]: unknown;
}

/** What `OIDC_PROVIDERS_FILE` says of this sandbox: its profiles as a province would write them down, the plain one first. */
export function providerEntries(origin: string, client: { id: string; secret: string }): ProviderEntry[] {
  const secret = { clientId: client.id, clientSecret: client.secret };
  const keyed = { clientId: client.id };
  return [
    { id: "default", profile: "plain", issuer: origin, ...secret, assurance: byLoa },
    nationalPortal(origin, secret),
    vneid(origin, secret),
    {
      id: "esignet",
      profile: "esignet",
      issuer: `${origin}/esignet`,
      ...keyed,
      label: labels.esignet,
      // With the key every portal has; the profile's own RS256 needs one more.
      clientAssertion: { alg: "ES256" },
    },
    fapi(origin, keyed),
  ];
}

const labels = {
  nationalPortal: { vi: "Cổng Dịch vụ công", en: "National public service portal" },
  vneid: { vi: "VNeID (kết nối thẳng)", en: "VNeID (connected directly)" },
  esignet: { vi: "Định danh kiểu eSignet", en: "eSignet-style digital ID" },
  fapi: { vi: "Định danh kiểu FAPI 2.0", en: "FAPI 2.0-style digital ID" },
};

function nationalPortal(origin: string, secret: object): ProviderEntry {
  const at = `${origin}/national-portal`;
  const other = elsewhere(origin);
  return {
    id: "national-portal",
    profile: "national-portal",
    label: labels.nationalPortal,
    issuer: at,
    endpoints: {
      authorization: `${at}/oauth2/authorize`,
      token: `${at}/oauth2/token`,
      userinfo: `${at}/oauth2/userinfo`,
      jwks: `${at}/oauth2/jwks`,
    },
    ...secret,
    clientAuthentication: "client_secret_post",
    assurance: { LoA1: 1, LoA2: 2, LoA3: 3 },
    logout: { kind: "claim", claim: "logoutUri", allowedHosts: [new URL(other).host] },
  };
}

function vneid(origin: string, secret: object): ProviderEntry {
  return {
    id: "vneid",
    profile: "vneid",
    label: labels.vneid,
    issuer: `${origin}/vneid`,
    ...secret,
    assurance: [
      { level: 1, when: { account_level: "1" } },
      { level: 2, when: { account_level: "2" } },
      { level: 3, when: { account_level: "2", acr: "3" }, withinSeconds: 300 },
    ],
  };
}

function fapi(origin: string, keyed: object): ProviderEntry {
  const claim = (name: string) => ({ from: [["sub_attributes", name]] });
  return {
    id: "fapi",
    profile: "fapi2",
    label: labels.fapi,
    issuer: `${origin}/fapi`,
    ...keyed,
    claims: {
      name: claim("name"),
      birthDate: claim("birthdate"),
      sex: claim("gender"),
      personalNumber: claim("identity_number"),
    },
    assurance: byLoa,
  };
}
