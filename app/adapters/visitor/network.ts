import fs from "node:fs";
import { createRequire } from "node:module";
import { BlockList, isIP } from "node:net";
import { type CountryResponse, Reader } from "mmdb-lib";

const FILE = "@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";

/** Addresses that are nobody's on the Internet: this machine, a home, a hospital, a carrier's inside. */
const inside = new BlockList();
for (const [net, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
] as const)
  inside.addSubnet(net, prefix, "ipv4");
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

let countries: Reader<CountryResponse> | undefined;

/**
 * The country an address belongs to (ISO 3166), `local` for one inside a network, `unknown` otherwise. The address
 * itself is kept nowhere.
 */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(plain);
  if (version === 0) return "unknown";
  if (inside.check(plain, version === 6 ? "ipv6" : "ipv4")) return "local";
  countries ??= new Reader(fs.readFileSync(createRequire(import.meta.url).resolve(FILE)));
  // This file's rows are `{ country_code }` alone, unlike those the types speak of.
  const code = (countries.get(plain) as { country_code?: string } | null)?.country_code;
  return code && /^[A-Z]{2}$/.test(code) ? code : "unknown";
}
