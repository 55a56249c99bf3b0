import dns from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** May this IP address be connected to? */
export type Reach = (address: string) => boolean;

/** Addresses that are nobody's server on the Internet (IANA special-purpose registries, RFC 6890). */
const SPECIAL: readonly (readonly [net: string, prefix: number])[] = [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
  ] as const),
  ...([
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
  ...([
    ["::", 128],
    ["::1", 128],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["100::", 64],
    ["2001::", 23],
  ] as const),
  ...([
    ["2001:db8::", 32],
    ["2002::", 16],
    ["fc00::", 7],
    ["fe80::", 10],
    ["ff00::", 8],
  ] as const),
];

const family = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

function listOf(networks: readonly (readonly [net: string, prefix: number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of networks) list.addSubnet(net, prefix, family(net));
  return list;
}

/** Public addresses, and the networks somebody named (`10.20.0.0/16`). */
export function reachOf(networks: readonly string[]): Reach {
  const special = listOf(SPECIAL);
  const named = listOf(networks.map(networkOf));
  const has = (list: BlockList, address: string) => list.check(address, family(address));
  return (address) => isIP(address) !== 0 && (!has(special, address) || has(named, address));
}

function networkOf(text: string): [string, number] {
  const [net = "", prefix = ""] = text.split("/");
  return [net, Number(prefix)];
}

export const PRIVATE_ADDRESS = "EPRIVATE";

/** A name is looked up and judged in one step: what it leads to when it is connected to is what counts (DNS rebinding). */
export const guardedLookup =
  (may: Reach): LookupFunction =>
  (hostname, options, done) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []).filter(({ address }) => may(address));
      const [first] = addresses;
      if (error) return done(error, "");
      if (!first) return done(Object.assign(new Error(PRIVATE_ADDRESS), { code: PRIVATE_ADDRESS }), "");
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
